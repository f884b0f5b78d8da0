package io.waterwheel.loyalty;

import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A coupon somebody was given before.
///
/// @param key      names the occasion within the brand; for each, there is one coupon
/// @param origin   where it came from, such as `batch`
/// @param redeemed null where it was not, or is not yet
public record PastCoupon(
        String key,
        CustomerNo customer,
        String origin,
        Instant issuedAt,
        @Nullable Redeemed redeemed) {

    /// @param store  null where it was not in a store
    /// @param amount what it took off, in minor units
    public record Redeemed(Instant at, @Nullable String store, String order, long amount) {}
}
