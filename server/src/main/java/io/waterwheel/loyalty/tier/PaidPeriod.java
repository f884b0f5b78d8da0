package io.waterwheel.loyalty.tier;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A period of paid membership as people at the brand see it.
///
/// @param plan       the plan's name, its id where the programme has it no more
/// @param tier       the name of the tier it lends, if it does
/// @param price      in minor units
/// @param until      from when on it is over
/// @param refundable what the plan gives back if it ended now; null when it is over
/// @param tierAfter  the name of the tier they would have then; null where the brand has none
/// @param refunded   what was given back; null if nothing was
@Schema(name = "PaidPeriod")
public record PaidPeriod(
        String key,
        String plan,
        @Nullable String tier,
        long price,
        Instant from,
        Instant until,
        Instant soldAt,
        String soldBy,
        @Nullable Long refundable,
        @Nullable String tierAfter,
        @Nullable Instant refundedAt,
        @Nullable Long refunded,
        @Nullable String refundReason,
        @Nullable String refundedBy) {}
