package io.waterwheel.segment.scoring;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.waterwheel.kernel.BrandId;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/// Twelve calendar months of the brand, the running one being the last. It ends today, or on the day of the newest
/// order if that is earlier, so that an import of old orders shows those orders' last year instead of an empty
/// present.
public record SalesYear(LocalDate from, LocalDate to) {

    private static final int MONTHS = 12;
    private static final Field<LocalDate> DAY = field(name("day"), LocalDate.class);
    private static final Field<Short> BRAND_ID = field(name("brand_id"), Short.class);

    public static SalesYear of(DSLContext context, BrandId brand, LocalDate today) {
        LocalDate newest = context.select(max(DAY))
                .from(table(name("orders")))
                .where(BRAND_ID.eq(inline(brand.value())))
                .fetchOne(0, LocalDate.class);
        LocalDate end = newest == null || newest.isAfter(today) ? today : newest;
        return new SalesYear(YearMonth.from(end).minusMonths(MONTHS - 1).atDay(1), end);
    }

    Condition covers() {
        return DAY.between(inline(from), inline(to));
    }
}
