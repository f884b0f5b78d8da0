package io.waterwheel.loyalty.past;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.PastCoupon;
import io.waterwheel.loyalty.PastDay;
import io.waterwheel.loyalty.PastProgramme;
import io.waterwheel.loyalty.coupon.issue.PastIssues;
import io.waterwheel.loyalty.points.PastBookings;
import io.waterwheel.loyalty.tier.PastTiers;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class PastBooks implements PastProgramme {

    private final PastBookings bookings;
    private final PastIssues issues;
    private final PastTiers tiers;

    PastBooks(PastBookings bookings, PastIssues issues, PastTiers tiers) {
        this.bookings = bookings;
        this.issues = issues;
        this.tiers = tiers;
    }

    @Override
    public void points(Brand brand, List<PastDay> days) {
        bookings.book(brand, days);
    }

    @Override
    public @Nullable CustomerNo tiers(Brand brand, Instant since, @Nullable CustomerNo after) {
        return tiers.replay(brand, since, after);
    }

    @Override
    public void coupons(Brand brand, CouponTemplateId template, List<PastCoupon> coupons) {
        issues.write(brand, template, coupons);
    }
}
