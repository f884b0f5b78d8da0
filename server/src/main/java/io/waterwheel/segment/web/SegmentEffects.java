package io.waterwheel.segment.web;

import io.waterwheel.segment.analysis.ConditionEffect;
import java.time.Instant;
import java.util.List;

/// What the conditions of a definition do to its count.
///
/// @param count      how many meet the whole
/// @param base       all customers the brand knows
/// @param conditions the first sixty
record SegmentEffects(long count, long base, List<ConditionEffect> conditions, Instant dataAt, long millis) {}
