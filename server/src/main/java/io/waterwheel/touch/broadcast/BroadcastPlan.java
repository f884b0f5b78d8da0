package io.waterwheel.touch.broadcast;

import io.waterwheel.touch.Cost;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What starting a broadcast would do.
///
/// @param segment    people in the segment; = suppressed + holdout + recipients
/// @param holdout    left alone, to measure against
/// @param recipients to be written to
/// @param calls      calls of the channel
/// @param guides     guides who would have something to confirm
/// @param cost       of the messages; null where nothing is charged, and in plans of before
public record BroadcastPlan(
        int segment,
        int holdout,
        int recipients,
        List<Suppression> suppressed,
        long calls,
        int guides,
        @Nullable Cost cost,
        List<String> warnings) {}
