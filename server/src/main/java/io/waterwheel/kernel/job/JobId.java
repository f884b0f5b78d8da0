package io.waterwheel.kernel.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A job's id.
public record JobId(@JsonValue UUID value) {

    public static JobId parse(String text) {
        return new JobId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
