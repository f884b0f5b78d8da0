package io.waterwheel.loyalty.coupon.rule;

/// How much must be bought of the goods a coupon is for, before any coupon is taken off.
///
/// @param spend  in minor units, 0 for anything
/// @param pieces 0 for any number
public record CouponThreshold(long spend, int pieces) {

    public static final CouponThreshold NONE = new CouponThreshold(0, 0);
}
