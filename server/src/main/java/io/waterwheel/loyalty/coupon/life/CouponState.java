package io.waterwheel.loyalty.coupon.life;

import java.util.Locale;

/// Where a coupon stands.
public enum CouponState {
    /// It can be used, by whoever has it.
    ISSUED,
    /// Kept for an order at the checkout, for some minutes.
    LOCKED,
    /// On its way to somebody else, who has not taken it yet.
    OFFERED,
    REDEEMED,
    /// What was bought with it came back, and it is not good any more.
    RETURNED,
    EXPIRED,
    /// Taken away by the brand.
    WITHDRAWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CouponState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
