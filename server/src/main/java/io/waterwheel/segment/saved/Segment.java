package io.waterwheel.segment.saved;

import io.waterwheel.kernel.Text;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.language.Condition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A saved segment as it is now.
///
/// @param reading what it asks, in words
/// @param version 1, 2, 3 …: one more with every change of name or definition
/// @param count   how many customers met it at `countedAt`
public record Segment(
        SegmentId id,
        String name,
        @Nullable String description,
        Condition definition,
        Text reading,
        int version,
        @Nullable Long count,
        @Nullable Instant countedAt,
        Instant createdAt,
        Instant updatedAt) {

    SegmentSummary summary() {
        return new SegmentSummary(id, name, description, reading, version, count, countedAt, createdAt, updatedAt);
    }
}
