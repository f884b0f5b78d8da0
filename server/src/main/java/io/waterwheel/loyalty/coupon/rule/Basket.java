package io.waterwheel.loyalty.coupon.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is about to be bought.
///
/// @param store    the store's id, null for none
/// @param channel  the way of selling, null when it is not said
/// @param shipping what sending costs, 0 for nothing
public record Basket(@Nullable String store, @Nullable String channel, long shipping, List<BasketLine> lines) {

    /// What is left to pay after a discount.
    Basket less(Discount discount) {
        return new Basket(
                store,
                channel,
                shipping - discount.shipping(),
                lines.stream().map(line -> line.less(discount.of(line))).toList());
    }

    long total() {
        return lines.stream().mapToLong(BasketLine::amount).sum() + shipping;
    }
}
