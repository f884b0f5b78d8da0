package io.waterwheel.loyalty.membercentre.card;

import io.waterwheel.loyalty.Coupons;
import io.waterwheel.loyalty.CustomerCoupon;
import io.waterwheel.loyalty.coupon.rule.Benefit;
import io.waterwheel.loyalty.coupon.rule.CouponTerms;
import io.waterwheel.loyalty.coupon.template.KnownTemplates;
import io.waterwheel.loyalty.membercentre.session.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Coupons as their member sees them, the newest first.
@Component
public class MemberCoupons {

    private final Coupons coupons;
    private final KnownTemplates templates;

    MemberCoupons(Coupons coupons, KnownTemplates templates) {
        this.coupons = coupons;
        this.templates = templates;
    }

    public List<MemberCoupon> of(Member member) {
        return coupons
                .of(member.brand(), List.of(member.customer()))
                .getOrDefault(member.customer(), List.of())
                .stream()
                .map(this::seen)
                .toList();
    }

    public MemberCoupon seen(CustomerCoupon coupon) {
        CouponTerms terms = templates.get(coupon.template().value()).terms();
        return new MemberCoupon(
                coupon.id(),
                coupon.name(),
                coupon.kind(),
                coupon.state(),
                coupon.from(),
                coupon.until(),
                off(terms.benefit()),
                terms.benefit() instanceof Benefit.PercentOff percent ? percent.percent() : null,
                product(terms.benefit()),
                terms.threshold().spend(),
                terms.threshold().pieces(),
                coupon.redeemedAt(),
                coupon.amount());
    }

    private static @Nullable Long off(Benefit benefit) {
        return switch (benefit) {
            case Benefit.AmountOff(long off) -> off;
            case Benefit.PercentOff percent -> percent.mostOff();
            case Benefit.Gift _ -> null;
            case Benefit.Exchange exchange -> exchange.price();
            case Benefit.ShippingOff(long most) -> most;
        };
    }

    private static @Nullable String product(Benefit benefit) {
        return switch (benefit) {
            case Benefit.Gift gift -> gift.product();
            case Benefit.Exchange exchange -> exchange.product();
            case Benefit.AmountOff _, Benefit.PercentOff _, Benefit.ShippingOff _ -> null;
        };
    }
}
