package io.waterwheel.loyalty.calendar;

import io.waterwheel.access.Brand;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The days of a month on which something is on.
final class MonthDays {

    private MonthDays() {}

    static List<LocalDate> where(YearMonth month, Predicate<LocalDate> on) {
        return IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(month::atDay)
                .filter(on)
                .toList();
    }

    /// @param from  the first day; null for always
    /// @param until the last day; null for no end
    static List<LocalDate> between(YearMonth month, @Nullable LocalDate from, @Nullable LocalDate until) {
        return where(month, day -> (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until)));
    }

    /// @param until the instant from which on it is over: a day on which it ends at midnight is not one of
    ///              its own
    static List<LocalDate> between(Brand brand, YearMonth month, @Nullable Instant from, @Nullable Instant until) {
        return between(
                month,
                from == null ? null : brand.dayOf(from),
                until == null ? null : brand.dayOf(until.minusNanos(1)));
    }
}
