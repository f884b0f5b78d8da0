package io.waterwheel.segment.analysis;

import io.waterwheel.kernel.Text;
import io.waterwheel.segment.SegmentId;
import java.time.Instant;
import java.util.List;

/// What sets two segments apart, the strongest first.
///
/// @param left    how many are in the left one
/// @param right   how many are in the right one
/// @param skipped attributes with too many different values to compare
public record Contrasts(
        SegmentId leftSegment,
        SegmentId rightSegment,
        long left,
        long right,
        long base,
        List<Contrast> contrasts,
        List<Text> skipped,
        Instant dataAt,
        long millis) {}
