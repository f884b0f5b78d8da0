package io.waterwheel.journey.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.regex.Pattern;

/// Local times of a brand as instants. In the night a clock is put forward, a time that is missing is as much
/// later as the clock jumps; in the night it is put back, a time that comes twice is the first.
public final class LocalClock {

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    private LocalClock() {}

    static void check(String time, String place) {
        Misfit.when(!TIME.matcher(time).matches(), place, JourneyFault.NOT_A_TIME, "");
    }

    /// That time of that day.
    public static Instant at(LocalDate day, String time, ZoneId zone) {
        return ZonedDateTime.of(day, LocalTime.parse(time), zone).toInstant();
    }

    /// The first such time after `now`, on one of the days.
    ///
    /// @param weekdays none for any day
    public static Instant next(Instant now, String time, Collection<Weekday> weekdays, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(now, zone);
        while (true) {
            Instant at = at(day, time, zone);
            if (at.isAfter(now) && falls(day, weekdays)) {
                return at;
            }
            day = day.plusDays(1);
        }
    }

    private static boolean falls(LocalDate day, Collection<Weekday> weekdays) {
        return weekdays.isEmpty() || weekdays.stream().anyMatch(one -> one.day() == day.getDayOfWeek());
    }

    /// `span` later than `now`. So many days later it is as late by the clock on the wall.
    public static Instant plus(Instant now, Span span, ZoneId zone) {
        return switch (span.unit()) {
            case MINUTES -> now.plusSeconds(60L * span.amount());
            case HOURS -> now.plusSeconds(3_600L * span.amount());
            case DAYS -> now.atZone(zone).plusDays(span.amount()).toInstant();
        };
    }
}
