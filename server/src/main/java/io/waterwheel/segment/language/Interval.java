package io.waterwheel.segment.language;

import java.time.Instant;

/// A window with its edges fixed.
///
/// @param from the first instant inside
/// @param to   the first instant after it
public record Interval(Instant from, Instant to) {

    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
