package io.waterwheel.touch.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.stream.Stream;

/// A part of the day in which nothing is sent; it may reach over midnight. Equal times: none.
public record QuietHours(LocalTime from, LocalTime to) {

    public boolean none() {
        return from.equals(to);
    }

    public boolean cover(LocalTime time) {
        if (none()) {
            return false;
        }
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }

    public boolean cover(Instant at, ZoneId zone) {
        return cover(LocalTime.ofInstant(at, zone));
    }

    /// When the quiet hours that cover `at` end. In a night whose clocks leave that time out, when they leave
    /// it out; in one that has it twice, the next of the two.
    public Instant endAfter(Instant at, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(at, zone);
        return Stream.of(today, today.plusDays(1))
                .flatMap(day -> moments(day.atTime(to), zone))
                .filter(end -> end.isAfter(at))
                .findFirst()
                .orElseThrow();
    }

    /// When quiet hours begin next. In a night whose clocks leave that time out, when they leave it out; clocks
    /// that go back may lead into them again.
    public Instant startAfter(Instant at, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(at, zone);
        Instant start = Stream.of(today, today.plusDays(1), today.plusDays(2))
                .flatMap(day -> moments(day.atTime(from), zone))
                .filter(moment -> moment.isAfter(at))
                .findFirst()
                .orElseThrow();
        ZoneOffsetTransition change = zone.getRules().nextTransition(at);
        boolean back = change != null && change.getInstant().isBefore(start) && cover(change.getInstant(), zone);
        return back ? change.getInstant() : start;
    }

    private static Stream<Instant> moments(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change != null && change.isGap()) {
            return Stream.of(change.getInstant());
        }
        ZonedDateTime first = local.atZone(zone);
        return Stream.of(
                        first.withEarlierOffsetAtOverlap().toInstant(),
                        first.withLaterOffsetAtOverlap().toInstant())
                .distinct();
    }
}
