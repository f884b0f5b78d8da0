package io.waterwheel.exchange.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A piece of time, its end not within.
record ExportRange(@Nullable Instant since, @Nullable Instant until) {

    boolean holds(Instant at) {
        return (since == null || !at.isBefore(since)) && (until == null || at.isBefore(until));
    }
}
