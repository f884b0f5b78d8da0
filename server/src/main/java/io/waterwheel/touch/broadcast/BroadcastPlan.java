package io.waterwheel.touch.broadcast;

import java.util.List;

/// What starting a broadcast would do.
///
/// @param segment    people in the segment; = suppressed + holdout + recipients
/// @param holdout    left alone, to measure against
/// @param recipients to be written to
/// @param calls      calls of the channel
/// @param guides     guides who would have something to confirm
public record BroadcastPlan(
        int segment,
        int holdout,
        int recipients,
        List<Suppression> suppressed,
        long calls,
        int guides,
        List<String> warnings) {}
