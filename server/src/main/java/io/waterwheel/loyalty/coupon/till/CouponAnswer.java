package io.waterwheel.loyalty.coupon.till;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What coupons do for an order.
///
/// @param amount   what all of them take off, in minor units
/// @param repeated whether it was done before under this key
public record CouponAnswer(List<Used> coupons, long amount, boolean repeated) {

    /// One of them.
    ///
    /// @param coupon      its number, which may be printed; not its code
    /// @param lines       what it takes off each line
    /// @param shipping    what it takes off the sending
    /// @param gift        the product given with the order
    /// @param lockedUntil until when it is kept for the order
    public record Used(
            String coupon,
            String name,
            String kind,
            String state,
            Instant validUntil,
            long amount,
            Map<String, Long> lines,
            long shipping,
            @Nullable String gift,
            @Nullable Instant lockedUntil) {}

    CouponAnswer again() {
        return new CouponAnswer(coupons, amount, true);
    }
}
