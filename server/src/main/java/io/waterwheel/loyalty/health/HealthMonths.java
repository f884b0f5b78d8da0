package io.waterwheel.loyalty.health;

import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The months somebody asks about, both ends included.
public record HealthMonths(YearMonth from, YearMonth until) {

    static final int USUAL = 12;
    static final int MOST = 36;

    /// @param from  such as `2025-11`; null for a year that ends with `until`
    /// @param until null for the month of today
    /// @throws Problem `invalid`
    public static HealthMonths asked(@Nullable String from, @Nullable String until, LocalDate today) {
        YearMonth now = YearMonth.from(today);
        YearMonth last = until == null ? now : month(until, "/until", now);
        YearMonth first = from == null ? last.minusMonths(USUAL - 1) : month(from, "/from", now);
        if (last.isAfter(now)) {
            throw new Problem(KernelProblem.INVALID).outside("/until", "out-of-range", first, now);
        }
        if (first.isAfter(last) || first.isBefore(last.minusMonths(MOST - 1))) {
            throw new Problem(KernelProblem.INVALID).outside("/from", "out-of-range", last.minusMonths(MOST - 1), last);
        }
        return new HealthMonths(first, last);
    }

    private static YearMonth month(String text, String pointer, YearMonth now) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            Problem problem = new Problem(KernelProblem.INVALID, e);
            throw problem.outside(pointer, "out-of-range", now.minusMonths(MOST - 1), now);
        }
    }

    LocalDate first() {
        return from.atDay(1);
    }

    LocalDate last() {
        return until.atDay(1);
    }

    /// The first day of each.
    List<LocalDate> days() {
        return Stream.iterate(first(), day -> !day.isAfter(last()), day -> day.plusMonths(1))
                .toList();
    }
}
