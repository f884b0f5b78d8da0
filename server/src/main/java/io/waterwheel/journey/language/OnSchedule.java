package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everybody in a segment comes in, again and again at a time of the brand's zone.
///
/// @param segment    its id
/// @param every      how often
/// @param weekdays   for every week: on which days; none otherwise
/// @param dayOfMonth for every month: 1 … 31, in shorter months the last day; null otherwise
/// @param time       `HH:mm`
@Schema(name = "JourneyOnSchedule")
public record OnSchedule(
        String segment,
        Cadence every,
        List<Weekday> weekdays,
        @Nullable Integer dayOfMonth,
        String time) implements Trigger {

    private static final int LONGEST_MONTH = 31;

    public OnSchedule {
        weekdays = List.copyOf(weekdays);
        Ids.check(segment, "/segment", JourneyFault.UNKNOWN_SEGMENT);
        Misfit.when((every == Cadence.WEEK) == weekdays.isEmpty(), "/weekdays", JourneyFault.WEEKDAYS_OF_WEEK, "");
        Misfit.when((every == Cadence.MONTH) == (dayOfMonth == null), "/dayOfMonth", JourneyFault.DAY_OF_MONTH, "");
        Misfit.when(
                dayOfMonth != null && (dayOfMonth < 1 || dayOfMonth > LONGEST_MONTH),
                "/dayOfMonth",
                JourneyFault.OUT_OF_RANGE,
                "1 … " + LONGEST_MONTH);
        LocalClock.check(time, "/time");
    }

    /// The first time after `now`.
    public Instant next(Instant now, ZoneId zone) {
        Integer day = dayOfMonth;
        if (day == null) {
            return LocalClock.next(now, time, weekdays, zone);
        }
        LocalDate month = LocalDate.ofInstant(now, zone).withDayOfMonth(1);
        while (true) {
            Instant at = LocalClock.at(month.withDayOfMonth(Math.min(day, month.lengthOfMonth())), time, zone);
            if (at.isAfter(now)) {
                return at;
            }
            month = month.plusMonths(1);
        }
    }
}
