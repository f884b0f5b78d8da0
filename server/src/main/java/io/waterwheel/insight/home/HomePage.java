package io.waterwheel.insight.home;

import static io.waterwheel.insight.data.Columns.*;
import static org.jooq.impl.DSL.count;

import io.waterwheel.access.Brand;
import io.waterwheel.insight.data.Answers;
import io.waterwheel.insight.data.Days;
import io.waterwheel.warehouse.Warehouse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// Puts the home page together, all of it from one state of the warehouse.
@Component
public class HomePage {

    private final Warehouse warehouse;
    private final InstantSource clock;
    private final Answers<Home> answers;

    HomePage(Warehouse warehouse, InstantSource clock) {
        this.warehouse = warehouse;
        this.clock = clock;
        this.answers = new Answers<>(warehouse);
    }

    public Home of(Brand brand) {
        return answers.of(brand, context -> {
            Days days = Days.year(context, brand, brand.dayOf(clock.instant()));
            // Nothing is known of what would have happened after the last day that counts.
            Instant end = earlier(clock.instant(), brand.startOf(days.to().plusDays(1)));
            return new Home(
                    warehouse.dataAt(),
                    days.from(),
                    days.to(),
                    metrics(context, brand, days),
                    Wheel.of(context, brand, days, end),
                    Months.of(context, brand, days));
        });
    }

    private static List<Metric> metrics(DSLContext context, Brand brand, Days days) {
        Sales sales = Sales.of(context, brand, days);
        Sales before = Sales.of(context, brand, days.yearEarlier());
        Instant yearAgo = brand.startOf(days.yearEarlier().to().plusDays(1));
        Record known = context.select(
                        count(),
                        count().filterWhere(WECOM.isTrue().or(EMAIL.isTrue())),
                        count().filterWhere(FIRST_SEEN_AT.lt(literal(yearAgo))))
                .from(RELATION)
                .where(at(brand))
                .fetchSingle();
        long customers = known.get(0, Long.class);
        return List.of(
                Metric.now(MetricKey.CUSTOMERS, customers, null, known.get(2, Long.class)),
                Metric.now(MetricKey.REACHABLE, known.get(1, Long.class), customers, null),
                Metric.total(MetricKey.NET_SALES, days, sales.net(), before.net()),
                Metric.ratio(MetricKey.MEMBER_SHARE, days, sales.memberShare(), before.memberShare()),
                Metric.ratio(MetricKey.ANONYMOUS_SHARE, days, sales.anonymousShare(), before.anonymousShare()),
                Metric.total(MetricKey.BUYERS, days, sales.buyers(), before.buyers()),
                Metric.ratio(MetricKey.REPURCHASE_RATE, days, sales.repurchaseRate(), before.repurchaseRate()),
                Metric.ratio(MetricKey.ORDERS_PER_BUYER, days, sales.ordersPerBuyer(), before.ordersPerBuyer()),
                Metric.ratio(MetricKey.ORDER_VALUE, days, sales.orderValue(), before.orderValue()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
