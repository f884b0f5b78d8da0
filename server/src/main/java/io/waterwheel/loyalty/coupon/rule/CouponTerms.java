package io.waterwheel.loyalty.coupon.rule;

import org.jspecify.annotations.Nullable;

/// All that is said on a coupon.
///
/// @param handOn     whether a customer may hand it on to another, once
/// @param remindDays how many days before it ends its customer is told, null for never
public record CouponTerms(
        Benefit benefit,
        CouponThreshold threshold,
        CouponScope scope,
        CouponValidity validity,
        CouponStacking stacking,
        ReturnRule onReturn,
        boolean handOn,
        @Nullable Integer remindDays) {}
