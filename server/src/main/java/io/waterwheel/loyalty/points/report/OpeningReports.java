package io.waterwheel.loyalty.points.report;

import static io.waterwheel.loyalty.generated.Tables.OPENING;

import io.waterwheel.access.Brand;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Compares what imports said members had before with what the ledger opened for them.
@Component
public class OpeningReports {

    private static final int MOST = 200;

    private static final String BOTH = """
            with booked as (
                select e.opened_no, -sum(p.amount)::bigint as points
                from loyalty.posting p join loyalty.entry e on e.id = p.entry_id
                where e.brand_id = {0} and p.account = 'opened' group by 1),
            told as (select opened_no, points from loyalty.opening where brand_id = {0})
            """;

    private final DSLContext database;

    OpeningReports(DSLContext database) {
        this.database = database;
    }

    public OpeningsReconciled of(Brand brand) {
        var id = DSL.val(brand.id().value());
        Record sums = Objects.requireNonNull(database.fetchOne(BOTH + """
                        select (select count(*) from told), (select coalesce(sum(points), 0)::bigint from told),
                               (select coalesce(sum(points), 0)::bigint from booked)""", id));
        List<Difference> differences = database.fetch(BOTH + """
                        select opened_no, coalesce(told.points, 0), coalesce(booked.points, 0)
                        from told full join booked using (opened_no)
                        where coalesce(told.points, 0) <> coalesce(booked.points, 0)
                        order by 1 limit {1}""", id, DSL.inline(MOST))
                .map(row -> new Difference(
                        "opening",
                        String.valueOf(row.get(0, Integer.class)),
                        row.get(1, Long.class),
                        row.get(2, Long.class)));
        return new OpeningsReconciled(
                sums.get(0, Long.class), sums.get(1, Long.class), sums.get(2, Long.class), differences, doubted(brand));
    }

    /// Who turned out to be one person after both were told.
    private List<DoubtedOpening> doubted(Brand brand) {
        return database.select(OPENING.CUSTOMER_NO, DSL.count(), DSL.sum(OPENING.POINTS))
                .from(OPENING)
                .where(OPENING.BRAND_ID.eq(brand.id().value()), OPENING.POINTS.gt(0L))
                .groupBy(OPENING.CUSTOMER_NO)
                .having(DSL.countDistinct(OPENING.TOLD_BY).gt(1))
                .orderBy(OPENING.CUSTOMER_NO)
                .limit(MOST)
                .fetch(row -> new DoubtedOpening(
                        String.valueOf(row.value1()), row.value2(), row.value3().longValueExact()));
    }
}
