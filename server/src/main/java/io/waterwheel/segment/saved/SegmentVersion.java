package io.waterwheel.segment.saved;

import io.waterwheel.kernel.Text;
import io.waterwheel.segment.language.Condition;
import java.time.Instant;
import java.util.List;

/// What a segment was from one change until the next.
///
/// @param reading what it asked, in words, with tags and segments under the names they have now
/// @param lines   the same, one line for each condition that must hold, so that two versions can be laid side by side
public record SegmentVersion(
        int version,
        String name,
        Condition definition,
        Text reading,
        List<Text> lines,
        Instant changedAt,
        String changedBy) {}
