package io.waterwheel.loyalty.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A membership, with how far the next tier is.
///
/// @param tier     reached by what they did, by id; null before it was judged
/// @param nextTier null at the top
/// @param missing  to the next tier; spend in minor units
record MemberView(
        String card,
        Instant joinedAt,
        @Nullable String tier,
        @Nullable Instant tierSince,
        @Nullable LocalDate reviewOn,
        long reached,
        @Nullable String nextTier,
        @Nullable Long missing,
        List<MemberEarning> earnings) {}
