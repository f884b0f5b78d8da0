package io.waterwheel.loyalty.coupon.life;

import io.waterwheel.loyalty.generated.tables.records.CouponRecord;
import java.time.Duration;
import java.time.Instant;

/// How long a coupon is on its way to somebody else.
public final class CouponOffer {

    static final Duration LASTS = Duration.ofHours(24);

    private CouponOffer() {}

    /// Until when somebody can take it. Nothing but its end changes a coupon that is offered.
    public static Instant until(CouponRecord offered) {
        Instant day = offered.getChangedAt().plus(LASTS);
        return day.isBefore(offered.getValidUntil()) ? day : offered.getValidUntil();
    }
}
