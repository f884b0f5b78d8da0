package io.waterwheel.loyalty.coupon.life;

import java.util.Locale;

/// What can happen to a coupon.
public enum CouponStep {
    /// It came to be.
    ISSUE,
    /// A coupon on paper becomes a customer's.
    CLAIM,
    /// Its customer is told that it ends soon.
    REMIND,
    LOCK,
    /// The order was given up.
    UNLOCK,
    /// Nobody said what became of the order.
    LAPSE,
    REDEEM,
    /// Some of what was bought with it came back.
    REFUND,
    /// All of it came back, and the coupon is good again.
    GIVE_BACK,
    /// All of it came back, and the coupon is used up all the same, or replaced.
    RETURN,
    OFFER,
    TAKE_BACK,
    /// Somebody else took it.
    HAND_ON,
    EXPIRE,
    WITHDRAW;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static CouponStep of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
