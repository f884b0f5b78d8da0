package io.waterwheel.loyalty.coupon.template;

import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.coupon.rule.CouponTerms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A template and how its coupons fare.
///
/// @param stock     how many may ever be issued; null for any number
/// @param budget    what all may cost together, in minor units; null for no limit
/// @param worth     the most one can cost; 0 where that has no limit
/// @param issued    how many were issued
/// @param reserved  what of the budget is taken
/// @param redeemed  how many are redeemed and not returned; some moments late, as are the rest
/// @param spent     what they took off and their gifts cost, less refunds
public record CouponTemplate(
        CouponTemplateId id,
        String name,
        TemplateState state,
        CouponTerms terms,
        @Nullable Integer stock,
        @Nullable Long budget,
        @Nullable Integer perCustomer,
        long worth,
        int issued,
        long reserved,
        int redeemed,
        long spent,
        int expired,
        int withdrawn,
        String createdBy,
        Instant createdAt) {}
