package io.waterwheel.loyalty.coupon.till;

import io.waterwheel.loyalty.coupon.life.CouponUse;
import io.waterwheel.loyalty.generated.tables.records.CouponRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Coupons that may be used, and how.
///
/// @param amounts what each costs the brand, in minor units
record Prepared(List<CouponRecord> coupons, Map<Long, CouponUse> uses, Map<Long, Long> amounts) {

    long amount(CouponRecord coupon) {
        return Objects.requireNonNullElse(amounts.get(coupon.getId()), 0L);
    }
}
