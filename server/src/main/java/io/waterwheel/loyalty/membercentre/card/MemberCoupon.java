package io.waterwheel.loyalty.membercentre.card;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A coupon as its member sees it: nothing of what it costs the brand.
///
/// @param kind    amount, percent, gift, exchange or shipping
/// @param state   issued, locked, offered, redeemed, returned, expired or withdrawn
/// @param off     what it takes off at most, or what is still paid for an exchange; in minor units
/// @param percent the share it takes off
/// @param product what it gives
/// @param spend   what must be bought for, in minor units; 0 for anything
/// @param pieces  how many must be bought; 0 for any number
/// @param saved   what it took off when it was used
/// @param give    whether it may be given to somebody else now
/// @param offered of one that is offered: until when somebody can take it
@Schema(name = "MemberCoupon")
public record MemberCoupon(
        String id,
        String name,
        String kind,
        String state,
        Instant from,
        Instant until,
        @Nullable Long off,
        @Nullable Integer percent,
        @Nullable String product,
        long spend,
        int pieces,
        @Nullable Instant redeemedAt,
        long saved,
        boolean give,
        @Nullable Instant offered) {}
