package io.waterwheel.loyalty.coupon.issue;

import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.CustomerCoupon;
import io.waterwheel.loyalty.coupon.life.CouponState;
import io.waterwheel.loyalty.coupon.template.KnownTemplates;
import io.waterwheel.loyalty.generated.tables.records.CouponRecord;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Coupons as those see them who ask about them.
@Component
class CouponViews {

    private final KnownTemplates known;

    CouponViews(KnownTemplates known) {
        this.known = known;
    }

    CustomerCoupon of(CouponRecord coupon, Instant now) {
        KnownTemplates.Known template = known.get(coupon.getTemplateId());
        return new CustomerCoupon(
                Long.toString(coupon.getId()),
                new CouponTemplateId(coupon.getTemplateId()),
                template.name(),
                template.terms().benefit().kind().name().toLowerCase(Locale.ROOT),
                state(coupon, now).code(),
                coupon.getValidFrom(),
                coupon.getValidUntil(),
                coupon.getIssuedAt(),
                coupon.getOrigin(),
                coupon.getOrderId(),
                coupon.getStore(),
                coupon.getRedeemedAt(),
                template.terms().benefit().takenOff(coupon.getAmount()));
    }

    /// As it is now, whether or not the sweep has come by.
    private static CouponState state(CouponRecord coupon, Instant now) {
        CouponState state = CouponState.of(coupon.getState());
        if (state == CouponState.LOCKED && !coupon.getLockedUntil().isAfter(now)) {
            state = CouponState.ISSUED;
        }
        boolean over = !coupon.getValidUntil().isAfter(now);
        return over && (state == CouponState.ISSUED || state == CouponState.OFFERED) ? CouponState.EXPIRED : state;
    }
}
