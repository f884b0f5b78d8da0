package io.waterwheel.loyalty.coupon.till;

import io.waterwheel.loyalty.coupon.rule.Basket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Coupons for one order.
///
/// @param codes   typed codes or scanned passes, 1 to 5, used together or not at all
/// @param order   the order's number
/// @param basket  what is bought; may be left out for coupons that are locked for the order
/// @param minutes how long a lock lasts, 1 to 1440; 30 when absent
public record CouponRequest(
        List<String> codes,
        String order,
        @Nullable Basket basket,
        @Nullable Integer minutes) {}
