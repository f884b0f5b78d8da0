package io.waterwheel.loyalty.coupon.template;

import org.jspecify.annotations.Nullable;

/// How many coupons there may be: what may be changed while they are being issued.
public record CouponLimits(
        @Nullable Integer stock,
        @Nullable Long budget,
        @Nullable Integer perCustomer) {}
