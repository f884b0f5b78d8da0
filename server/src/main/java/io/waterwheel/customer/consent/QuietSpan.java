package io.waterwheel.customer.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/// Hours of the day in which a customer wants quiet; they may reach over midnight, and equal times are the
/// whole day.
record QuietSpan(LocalTime from, LocalTime to) {

    /// When the quiet that `at` lies in ends; empty when it lies in none.
    Optional<Instant> endIfQuiet(Instant at, ZoneId zone) {
        LocalTime time = LocalTime.ofInstant(at, zone);
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        boolean quiet = from.isBefore(to) ? begun && !over : begun || !over;
        LocalDate today = LocalDate.ofInstant(at, zone);
        return quiet
                ? Stream.of(today, today.plusDays(1))
                        .map(day -> day.atTime(to).atZone(zone).toInstant())
                        .filter(end -> end.isAfter(at))
                        .findFirst()
                : Optional.empty();
    }
}
