package io.waterwheel.loyalty.membercentre.card;

import io.waterwheel.loyalty.Coupons;
import io.waterwheel.loyalty.CustomerCoupon;
import io.waterwheel.loyalty.coupon.issue.GivenCoupons;
import io.waterwheel.loyalty.coupon.issue.GivenCoupons.Standing;
import io.waterwheel.loyalty.coupon.rule.Benefit;
import io.waterwheel.loyalty.coupon.rule.CouponTerms;
import io.waterwheel.loyalty.coupon.template.KnownTemplates;
import io.waterwheel.loyalty.membercentre.session.Member;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Coupons as their member sees them, the newest first.
@Component
public class MemberCoupons {

    private static final Standing NOT_THEIRS = new Standing(false, null);

    private final Coupons coupons;
    private final GivenCoupons given;
    private final KnownTemplates templates;

    MemberCoupons(Coupons coupons, GivenCoupons given, KnownTemplates templates) {
        this.coupons = coupons;
        this.given = given;
        this.templates = templates;
    }

    public List<MemberCoupon> of(Member member) {
        List<CustomerCoupon> theirs =
                coupons.of(member.brand(), List.of(member.customer())).getOrDefault(member.customer(), List.of());
        Map<String, Standing> standing = given.standing(
                member.brand(), theirs.stream().map(CustomerCoupon::id).toList());
        return theirs.stream()
                .map(coupon -> seen(coupon, standing.getOrDefault(coupon.id(), NOT_THEIRS)))
                .toList();
    }

    /// As somebody sees it who cannot give it away.
    public MemberCoupon seen(CustomerCoupon coupon) {
        return seen(coupon, NOT_THEIRS);
    }

    private MemberCoupon seen(CustomerCoupon coupon, Standing standing) {
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
                coupon.amount(),
                standing.may(),
                standing.until());
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
