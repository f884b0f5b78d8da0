package io.waterwheel.touch.policy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// A part of the day in which nothing is sent; it may reach over midnight. Equal times: none.
public record QuietHours(LocalTime from, LocalTime to) {

    public boolean cover(LocalTime time) {
        if (from.equals(to)) {
            return false;
        }
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }

    public boolean cover(Instant at, ZoneId zone) {
        return cover(LocalTime.ofInstant(at, zone));
    }

    /// When the quiet hours that cover `at` end.
    public Instant endAfter(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        ZonedDateTime end = local.with(to);
        return (end.isAfter(local) ? end : local.plusDays(1).with(to)).toInstant();
    }
}
