package io.waterwheel.loyalty.coupon.rule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/// What a coupon is good for. Money is in minor units of the brand's currency.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Benefit.AmountOff.class, name = "amount"),
    @JsonSubTypes.Type(value = Benefit.PercentOff.class, name = "percent"),
    @JsonSubTypes.Type(value = Benefit.Gift.class, name = "gift"),
    @JsonSubTypes.Type(value = Benefit.Exchange.class, name = "exchange"),
    @JsonSubTypes.Type(value = Benefit.ShippingOff.class, name = "shipping")
})
public sealed interface Benefit {

    /// 代金券: that much off, and never more than the goods it is for cost.
    record AmountOff(long off) implements Benefit {}

    /// 折扣券: a share off.
    ///
    /// @param percent 1 … 99; what is called 八五折 is 15
    /// @param mostOff null for no limit
    record PercentOff(int percent, @Nullable Long mostOff) implements Benefit {}

    /// 赠品券: goods given with the order; they cost the customer nothing and the brand `cost`.
    record Gift(String product, long cost) implements Benefit {}

    /// 兑换券: one piece of a product in the basket for `price`, the dearest first.
    ///
    /// @param price what is still paid, 0 for nothing
    /// @param cost  the most it takes off
    record Exchange(String product, long price, long cost) implements Benefit {}

    /// 运费券: up to that much off what sending costs.
    record ShippingOff(long mostOff) implements Benefit {}

    default Kind kind() {
        return switch (this) {
            case AmountOff _ -> Kind.AMOUNT;
            case PercentOff _ -> Kind.PERCENT;
            case Gift _ -> Kind.GIFT;
            case Exchange _ -> Kind.EXCHANGE;
            case ShippingOff _ -> Kind.SHIPPING;
        };
    }

    /// The most one coupon can cost; null where that is not limited.
    default @Nullable Long most() {
        return switch (this) {
            case AmountOff(long off) -> off;
            case PercentOff percent -> percent.mostOff();
            case Gift gift -> gift.cost();
            case Exchange exchange -> exchange.cost();
            case ShippingOff(long mostOff) -> mostOff;
        };
    }

    /// What a coupon costs the brand that takes this off an order: with a gift, what the gift costs.
    default long cost(Discount discount) {
        return this instanceof Gift(String _, long cost) ? cost : discount.amount();
    }

    /// What of a cost is taken off an order: nothing of what a gift costs.
    default long takenOff(long cost) {
        return this instanceof Gift ? 0 : cost;
    }

    /// In the order in which coupons of one order are taken off: a share of the whole comes before a fixed
    /// amount.
    enum Kind {
        EXCHANGE,
        PERCENT,
        AMOUNT,
        GIFT,
        SHIPPING
    }
}
