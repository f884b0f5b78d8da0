package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.literal;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.or;

import io.waterwheel.segment.language.Operator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;

/// A day compared: a date as it is, an instant by the brand's day it falls on.
final class DayComparison {

    private DayComparison() {}

    static Condition of(Field<LocalDate> column, Leaf.Compared asked) {
        List<LocalDate> days = asked.values().stream().map(LocalDate::parse).toList();
        return positive(
                asked.operator(),
                column,
                days,
                day -> column.ge(inline(day)),
                day -> column.lt(inline(day.plusDays(1))));
    }

    static Condition ofInstant(Field<LocalDateTime> column, Leaf.Compared asked) {
        List<LocalDate> days = asked.values().stream().map(LocalDate::parse).toList();
        Function<LocalDate, Instant> start =
                day -> day.atStartOfDay(asked.zone()).toInstant();
        return positive(
                asked.operator(),
                column,
                days,
                day -> column.ge(literal(start.apply(day))),
                day -> column.lt(literal(start.apply(day.plusDays(1)))));
    }

    private static Condition positive(
            Operator operator,
            Field<?> column,
            List<LocalDate> days,
            Function<LocalDate, Condition> notBefore,
            Function<LocalDate, Condition> notAfter) {
        return switch (operator) {
            case EXISTS -> column.isNotNull();
            case IS, IN ->
                or(days.stream()
                        .map(day -> notBefore.apply(day).and(notAfter.apply(day)))
                        .toList());
            case AT_LEAST -> notBefore.apply(days.getFirst());
            case AT_MOST -> notAfter.apply(days.getFirst());
            case IS_NOT, NOT_IN, NOT_EXISTS, HAS_ALL, CONTAINS, CONTAINS_NONE ->
                throw new IllegalArgumentException("not a positive comparison of days: " + operator);
        };
    }
}
