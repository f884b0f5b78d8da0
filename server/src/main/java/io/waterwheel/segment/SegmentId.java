package io.waterwheel.segment;

import com.fasterxml.jackson.annotation.JsonValue;

/// A saved segment's id.
public record SegmentId(@JsonValue long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
