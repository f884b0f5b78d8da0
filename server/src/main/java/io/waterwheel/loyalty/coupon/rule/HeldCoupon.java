package io.waterwheel.loyalty.coupon.rule;

import io.waterwheel.loyalty.coupon.rule.CouponValidity.Period;

/// A coupon somebody has.
///
/// @param template coupons of one template are alike but for their time
public record HeldCoupon(long id, long template, CouponTerms terms, Period period) {}
