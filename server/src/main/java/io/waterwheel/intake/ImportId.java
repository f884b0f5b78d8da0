package io.waterwheel.intake;

import com.fasterxml.jackson.annotation.JsonValue;

/// An import's id.
public record ImportId(@JsonValue long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
