package io.waterwheel.segment.engine;

import io.waterwheel.segment.language.And;
import io.waterwheel.segment.language.Attribute;
import io.waterwheel.segment.language.AttributeCondition;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.Operator;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/// Days in a handful of stretches of the calendar: days, weeks, months, quarters, years or more, whichever are
/// first few enough. The outermost half per cent on each side does not count for that, or one wrong birthday of the
/// year 1 would put everybody into one stretch; the first and the last stretch are open and hold it.
final class DayParts {

    private static final int MOST = 16;
    private static final double OUTERMOST = 0.005;

    private DayParts() {}

    /// Stretches of the calendar.
    private enum Step {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR,
        FIVE_YEARS,
        DECADE,
        CENTURY;

        LocalDate start(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
                case YEAR -> years(day, 1);
                case FIVE_YEARS -> years(day, 5);
                case DECADE -> years(day, 10);
                case CENTURY -> years(day, 100);
            };
        }

        LocalDate next(LocalDate start) {
            return switch (this) {
                case DAY -> start.plusDays(1);
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
                case QUARTER -> start.plusMonths(3);
                case YEAR -> start.plusYears(1);
                case FIVE_YEARS -> start.plusYears(5);
                case DECADE -> start.plusYears(10);
                case CENTURY -> start.plusYears(100);
            };
        }

        private static LocalDate years(LocalDate day, int many) {
            return LocalDate.of(day.getYear() - Math.floorMod(day.getYear(), many), 1, 1);
        }
    }

    /// The first days of all stretches but the first; none when one stretch is enough.
    static List<LocalDate> starts(NavigableMap<LocalDate, Long> days) {
        if (days.isEmpty()) {
            return List.of();
        }
        LocalDate first = Quantiles.lower(days, OUTERMOST);
        LocalDate last = Quantiles.upper(days, OUTERMOST);
        List<LocalDate> starts = List.of();
        for (Step step : Step.values()) {
            starts = starts(step, first, last);
            if (starts.size() < MOST) {
                return starts;
            }
        }
        return starts;
    }

    private static List<LocalDate> starts(Step step, LocalDate first, LocalDate last) {
        List<LocalDate> starts = new ArrayList<>();
        for (LocalDate start = step.next(step.start(first));
                !start.isAfter(last) && starts.size() < 2 * MOST;
                start = step.next(start)) {
            starts.add(start);
        }
        return starts;
    }

    /// One stretch more than there are starts, and the unknown.
    static List<Part> of(Attribute attribute, List<LocalDate> starts) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i <= starts.size(); i++) {
            parts.add(part(
                    attribute,
                    i == 0 ? null : starts.get(i - 1),
                    i == starts.size() ? null : starts.get(i).minusDays(1)));
        }
        parts.add(WrittenParts.unknown(attribute));
        return parts;
    }

    private static Part part(Attribute attribute, @Nullable LocalDate from, @Nullable LocalDate to) {
        List<Condition> ends = new ArrayList<>();
        if (from != null) {
            ends.add(new AttributeCondition(attribute.code(), Operator.AT_LEAST, List.of(from.toString())));
        }
        if (to != null) {
            ends.add(new AttributeCondition(attribute.code(), Operator.AT_MOST, List.of(to.toString())));
        }
        Condition definition = switch (ends.size()) {
            case 0 -> new AttributeCondition(attribute.code(), Operator.EXISTS, List.of());
            case 1 -> ends.getFirst();
            default -> new And(ends);
        };
        return new Part(
                PartKind.DAYS, from == null ? null : from.toString(), to == null ? null : to.toString(), definition);
    }
}
