package io.waterwheel.segment.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Calendar days of the brand's zone.
///
/// @param to included
@Schema(name = "BetweenWindow")
public record Between(LocalDate from, LocalDate to) implements Window {

    public Between {
        InvalidCondition.when(to.isBefore(from), "/to", Fault.REVERSED);
        InvalidCondition.when(
                ChronoUnit.DAYS.between(from, to) >= Last.MOST_DAYS, "/to", Fault.WINDOW_TOO_LONG, Last.MOST_DAYS);
    }

    @Override
    public Interval at(Instant now, ZoneId zone) {
        return new Interval(
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
