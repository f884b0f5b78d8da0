package io.waterwheel.loyalty.coupon.rule;

/// Which other coupons one order may have beside a coupon.
///
/// @param exclusive    none
/// @param otherKinds   those of other kinds, such as free shipping beside an amount
/// @param mostPerOrder how many of the same template
public record CouponStacking(boolean exclusive, boolean otherKinds, int mostPerOrder) {

    public static final CouponStacking ALONE = new CouponStacking(true, false, 1);
}
