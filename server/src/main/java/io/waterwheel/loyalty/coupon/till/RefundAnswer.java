package io.waterwheel.loyalty.coupon.till;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of the coupons of an order belongs to goods that come back: that much less is paid back for them.
///
/// @param share    in minor units, of all coupons of the order
/// @param repeated whether it was done before under this key
public record RefundAnswer(List<Returned> coupons, long share, boolean repeated) {

    /// One coupon.
    ///
    /// @param state       what it is now: redeemed while some goods stay, issued when it is good again
    /// @param replacement the number of the coupon that takes its place, where the terms say so
    public record Returned(
            String coupon,
            String state,
            long share,
            @Nullable String replacement) {}

    RefundAnswer again() {
        return new RefundAnswer(coupons, share, true);
    }
}
