package io.waterwheel.intake;

import com.fasterxml.jackson.annotation.JsonValue;

/// The id of an event in quarantine.
public record QuarantineId(@JsonValue long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
