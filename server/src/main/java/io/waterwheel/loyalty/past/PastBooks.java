package io.waterwheel.loyalty.past;

import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.PastCoupon;
import io.waterwheel.loyalty.PastDay;
import io.waterwheel.loyalty.PastProgramme;
import io.waterwheel.loyalty.coupon.issue.PastIssues;
import io.waterwheel.loyalty.points.PastBookings;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class PastBooks implements PastProgramme {

    private final PastBookings bookings;
    private final PastIssues issues;

    PastBooks(PastBookings bookings, PastIssues issues) {
        this.bookings = bookings;
        this.issues = issues;
    }

    @Override
    public void points(Brand brand, List<PastDay> days) {
        bookings.book(brand, days);
    }

    @Override
    public void coupons(Brand brand, CouponTemplateId template, List<PastCoupon> coupons) {
        issues.write(brand, template, coupons);
    }
}
