package io.waterwheel.loyalty.coupon.life;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened to a coupon.
///
/// @param amount   what it took off, or what of it came back, negative; in minor units
/// @param released what of the template's budget is free again
public record Move(
        CouponStep step,
        Instant at,
        String by,
        @Nullable String store,
        @Nullable String order,
        long amount,
        long released) {

    public static Move of(CouponStep step, Instant at, String by) {
        return new Move(step, at, by, null, null, 0, 0);
    }
}
