package io.waterwheel.insight.data;

import static org.jooq.impl.DSL.inline;

import io.waterwheel.access.Brand;
import io.waterwheel.segment.scoring.SalesYear;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.LongStream;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// A stretch of the brand's calendar, both days included.
public record Days(LocalDate from, LocalDate to) {

    /// The twelve months that all numbers of a brand are about.
    public static Days year(DSLContext context, Brand brand, LocalDate today) {
        SalesYear year = SalesYear.of(context, brand.id(), today);
        return new Days(year.from(), year.to());
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
