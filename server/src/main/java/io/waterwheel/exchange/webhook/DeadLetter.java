package io.waterwheel.exchange.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event that was put aside because it could not be delivered.
///
/// @param position where it stands in the log
/// @param event    its name
/// @param status   the HTTP status of the last answer, null when there was none
/// @param replay   whether it waits to be delivered once more
public record DeadLetter(
        long id,
        long position,
        String event,
        int attempts,
        Failure failure,
        @Nullable Integer status,
        Instant putAt,
        Instant lastTryAt,
        boolean replay) {}
