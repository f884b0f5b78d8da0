package io.waterwheel.loyalty.coupon.template;

import io.waterwheel.loyalty.coupon.rule.CouponTerms;
import org.jspecify.annotations.Nullable;

/// A template as a person writes it.
///
/// @param stock       how many may ever be issued; null for any number
/// @param budget      what all may cost together, in minor units; null for no limit
/// @param perCustomer how many one customer may have; null for any number
public record NewCouponTemplate(
        String name,
        CouponTerms terms,
        @Nullable Integer stock,
        @Nullable Long budget,
        @Nullable Integer perCustomer) {}
