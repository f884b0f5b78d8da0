package io.waterwheel.insight.data;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import io.waterwheel.access.Brand;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.LongStream;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// A stretch of the brand's calendar, both days included.
public record Days(LocalDate from, LocalDate to) {

    private static final int MONTHS = 12;

    /// Twelve calendar months, the running one being the last. It ends today, or on the day of the newest order
    /// if that is earlier, so that an import of old orders shows those orders' last year instead of an empty
    /// present.
    public static Days year(DSLContext context, Brand brand, LocalDate today) {
        LocalDate newest = context.select(max(Columns.DAY))
                .from(Columns.ORDERS)
                .where(Columns.at(brand))
                .fetchOne(0, LocalDate.class);
        LocalDate end = newest == null || newest.isAfter(today) ? today : newest;
        return new Days(YearMonth.from(end).minusMonths(MONTHS - 1).atDay(1), end);
    }

    /// The same days of the year before.
    public Days yearEarlier() {
        return new Days(from.minusYears(1), to.minusYears(1));
    }

    public List<YearMonth> months() {
        YearMonth first = YearMonth.from(from);
        return LongStream.rangeClosed(0, first.until(YearMonth.from(to), java.time.temporal.ChronoUnit.MONTHS))
                .mapToObj(first::plusMonths)
                .toList();
    }

    /// Whether the last month is still running.
    public boolean endsInside(YearMonth month) {
        return YearMonth.from(to).equals(month) && to.isBefore(month.atEndOfMonth());
    }

    public Condition cover() {
        return Columns.DAY.between(inline(from), inline(to));
    }
}
