package io.waterwheel.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Objects;

/// The last night in which a zone's clocks changed, whenever the test runs. It lies in the past, so that nothing
/// that other tests left for later falls due when a clock is put there.
///
/// @param at     when they do
/// @param half   half an hour into what is left out, or comes twice
/// @param night  the day that begins in that night
public record ClockChange(ZoneId zone, Instant at, LocalTime half, LocalDateTime night) {

    /// Clocks go forward: an hour is left out.
    public static ClockChange spring(String zone, Instant now) {
        return last(zone, now, true);
    }

    /// Clocks go back: an hour comes twice.
    public static ClockChange autumn(String zone, Instant now) {
        return last(zone, now, false);
    }

    private static ClockChange last(String name, Instant now, boolean gap) {
        ZoneId zone = ZoneId.of(name);
        // Long enough ago for what happens in the days after.
        Instant until = now.minus(Duration.ofDays(3));
        ZoneOffsetTransition change = Objects.requireNonNull(zone.getRules().previousTransition(until));
        while (change.isGap() != gap) {
            change = Objects.requireNonNull(zone.getRules().previousTransition(change.getInstant()));
        }
        LocalDateTime begin = gap ? change.getDateTimeBefore() : change.getDateTimeAfter();
        return new ClockChange(
                zone,
                change.getInstant(),
                begin.toLocalTime().plusMinutes(30),
                begin.toLocalDate().atStartOfDay());
    }

    /// So many minutes after the change; before it when negative.
    public Instant plus(int minutes) {
        return at.plus(Duration.ofMinutes(minutes));
    }

    /// How far a clock has to be put to be there.
    public Duration from(Instant now, int minutes) {
        return Duration.between(now, plus(minutes));
    }

    /// That time so many days after the night.
    public Instant later(int days, LocalTime time) {
        return night.toLocalDate().plusDays(days).atTime(time).atZone(zone).toInstant();
    }
}
