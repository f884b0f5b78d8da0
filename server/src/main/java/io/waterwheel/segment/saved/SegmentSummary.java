package io.waterwheel.segment.saved;

import io.waterwheel.kernel.Text;
import io.waterwheel.segment.SegmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the list of segments.
public record SegmentSummary(
        SegmentId id,
        String name,
        @Nullable String description,
        Text reading,
        int version,
        @Nullable Long count,
        @Nullable Instant countedAt,
        Instant createdAt,
        Instant updatedAt) {}
