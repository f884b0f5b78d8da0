package io.waterwheel.touch.broadcast;

import io.waterwheel.touch.policy.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// How long the rest takes at a steady pace in a brand's days.
///
/// @param perSecond recipients, above 0
record Pace(double perSecond, QuietHours quiet, ZoneId zone) {

    /// Beyond this many nights a forecast is none.
    private static final int MOST_NIGHTS = 400;

    /// When all will have been dealt with: first those who wait for nothing, then those whose own quiet hours
    /// end, who are written to in the brand's night too.
    ///
    /// @param held when their quiet hours end → how many
    /// @return empty when it is too far ahead to be worth a date
    Optional<Instant> end(Instant now, long waiting, SortedMap<Instant, Long> held) {
        Optional<Instant> free = waiting == 0 ? Optional.of(now) : byDay(now, time(waiting));
        return free.map(from -> {
            Instant at = from;
            for (Map.Entry<Instant, Long> group : held.entrySet()) {
                Instant begin = group.getKey().isAfter(at) ? group.getKey() : at;
                at = begin.plus(time(group.getValue()));
            }
            return at;
        });
    }

    private Duration time(long recipients) {
        return Duration.ofMillis((long) Math.ceil(1_000 * recipients / perSecond));
    }

    private Optional<Instant> byDay(Instant from, Duration needed) {
        if (quiet.none()) {
            return needed.compareTo(Duration.ofDays(MOST_NIGHTS)) > 0
                    ? Optional.empty()
                    : Optional.of(from.plus(needed));
        }
        Instant at = from;
        Duration left = needed;
        for (int night = 0; night < MOST_NIGHTS; night++) {
            if (quiet.cover(at, zone)) {
                at = quiet.endAfter(at, zone);
            }
            Duration day = Duration.between(at, quiet.startAfter(at, zone));
            if (left.compareTo(day) <= 0) {
                return Optional.of(at.plus(left));
            }
            left = left.minus(day);
            at = at.plus(day);
        }
        return Optional.empty();
    }
}
