package io.waterwheel.loyalty.coupon.rule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// Coupons and baskets as tests write them.
final class CouponSamples {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");
    static final CouponValidity.Period OPEN = new CouponValidity.Period(NOON.minusSeconds(1), NOON.plusSeconds(86_400));

    private CouponSamples() {}

    static CouponTerms terms(Benefit benefit) {
        return terms(benefit, 0, new CouponStacking(false, true, 1));
    }

    static CouponTerms terms(Benefit benefit, long spend, CouponStacking stacking) {
        return new CouponTerms(
                benefit,
                new CouponThreshold(spend, 0),
                CouponScope.EVERYTHING,
                CouponValidity.days(30),
                stacking,
                ReturnRule.BACK,
                true,
                3);
    }

    static CouponTerms within(CouponTerms terms, CouponScope scope) {
        return new CouponTerms(
                terms.benefit(),
                terms.threshold(),
                scope,
                terms.validity(),
                terms.stacking(),
                terms.onReturn(),
                terms.handOn(),
                terms.remindDays());
    }

    static CouponTerms when(CouponTerms terms, CouponValidity validity) {
        return new CouponTerms(
                terms.benefit(),
                terms.threshold(),
                terms.scope(),
                validity,
                terms.stacking(),
                terms.onReturn(),
                terms.handOn(),
                terms.remindDays());
    }

    static BasketLine line(String name, String product, int pieces, long amount) {
        return new BasketLine(name, product, "tea", pieces, amount);
    }

    static Basket basket(BasketLine... lines) {
        return new Basket("s1", "store", 0, List.of(lines));
    }

    static HeldCoupon held(long id, long template, CouponTerms terms) {
        return new HeldCoupon(id, template, terms, OPEN);
    }
}
