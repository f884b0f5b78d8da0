package io.waterwheel.loyalty;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A coupon somebody has or had.
///
/// @param id       its number
/// @param template of which template
/// @param name     what it is called
/// @param kind     amount, percent, gift, exchange or shipping
/// @param state    issued, locked, offered, redeemed, returned, expired or withdrawn
/// @param from     from when on it can be used
/// @param until    from when on it cannot be used any more
/// @param order    the order it is locked or redeemed for
/// @param store    where
/// @param amount   what it took off that order, in minor units
public record CustomerCoupon(
        String id,
        CouponTemplateId template,
        String name,
        String kind,
        String state,
        Instant from,
        Instant until,
        Instant issuedAt,
        String origin,
        @Nullable String order,
        @Nullable String store,
        @Nullable Instant redeemedAt,
        long amount) {}
