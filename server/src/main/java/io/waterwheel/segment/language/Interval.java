package io.waterwheel.segment.language;

import java.time.Duration;
import java.time.Instant;

/// A window with its edges fixed.
///
/// @param from   the first instant inside
/// @param to     the first instant after it
/// @param moving whether it goes along with now
public record Interval(Instant from, Instant to, boolean moving) {

    /// One that stays where it is.
    public Interval(Instant from, Instant to) {
        this(from, to, false);
    }

    /// The same stretch with its moment taken out: equal for all of one length that go along with now, at whatever
    /// time they are asked. One that stays is what it is.
    public Interval still() {
        return moving ? new Interval(Instant.EPOCH, Instant.EPOCH.plus(Duration.between(from, to)), true) : this;
    }

    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
