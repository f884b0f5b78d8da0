package io.waterwheel.insight.home;

import static io.waterwheel.insight.data.Columns.*;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.extract;
import static org.jooq.impl.DSL.sum;

import io.waterwheel.access.Brand;
import io.waterwheel.insight.data.Days;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// The trend, month by month; months in which nothing was sold are told too.
final class Months {

    private static final Field<Integer> YEAR = extract(DAY, DatePart.YEAR);
    private static final Field<Integer> MONTH = extract(DAY, DatePart.MONTH);
    private static final Total NOTHING = new Total(0, 0, 0, 0);

    private Months() {}

    private record Total(long amount, long anonymous, long orders, long buyers) {}

    static List<MonthPoint> of(DSLContext context, Brand brand, Days days) {
        Map<YearMonth, Total> paid = totals(context, brand, days, ORDERS);
        Map<YearMonth, Total> back = totals(context, brand, days, REFUND);
        return days.months().stream()
                .map(month -> {
                    Total sold = paid.getOrDefault(month, NOTHING);
                    Total refunded = back.getOrDefault(month, NOTHING);
                    return new MonthPoint(
                            month,
                            sold.amount,
                            sold.amount - refunded.amount,
                            sold.orders,
                            sold.buyers,
                            sold.anonymous - refunded.anonymous,
                            days.endsInside(month));
                })
                .toList();
    }

    private static Map<YearMonth, Total> totals(DSLContext context, Brand brand, Days days, Table<Record> table) {
        Map<YearMonth, Total> totals = new HashMap<>();
        context.select(
                        YEAR,
                        MONTH,
                        sum(AMOUNT),
                        sum(AMOUNT).filterWhere(CUSTOMER_NO.isNull()),
                        count(),
                        countDistinct(CUSTOMER_NO))
                .from(table)
                .where(at(brand), days.cover())
                .groupBy(YEAR, MONTH)
                .forEach(row -> totals.put(
                        YearMonth.of(row.value1(), row.value2()),
                        new Total(amount(row.value3()), amount(row.value4()), row.value5(), row.value6())));
        return totals;
    }

    private static long amount(@Nullable BigDecimal sum) {
        return sum == null ? 0 : sum.longValueExact();
    }
}
