package io.waterwheel.kernel.job;

import java.util.UUID;

/// A job's id.
public record JobId(UUID value) {

    public static JobId parse(String text) {
        return new JobId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
