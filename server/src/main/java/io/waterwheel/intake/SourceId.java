package io.waterwheel.intake;

import com.fasterxml.jackson.annotation.JsonValue;

/// A source's id.
public record SourceId(@JsonValue long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
