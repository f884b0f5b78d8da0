package io.waterwheel.segment.tagging;

import io.waterwheel.customer.CustomerFilter;
import io.waterwheel.segment.SegmentId;
import org.jspecify.annotations.Nullable;

/// Whom a mass tagging reaches: a segment, or what the list of customers shows. Exactly one of the two.
public record Audience(
        @Nullable SegmentId segment, @Nullable CustomerFilter filter) {

    boolean one() {
        return (segment == null) != (filter == null);
    }
}
