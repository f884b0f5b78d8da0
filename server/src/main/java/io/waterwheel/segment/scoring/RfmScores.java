package io.waterwheel.segment.scoring;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.DSL.with;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.segment.language.RfmCuts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// Scores every buyer of a year from 1 to 5 by recency, frequency and net sales: by quintile, or by a brand's cuts.
///
/// By quintile a score is 1 + ⌊5 × (buyers strictly below) ÷ buyers⌋: equal buyers always get equal scores, the lower
/// one of those they span, however they are stored. So where most buy once, those all have frequency 1, and a score of
/// 4 always means that at least three fifths of the buyers are below. It is the same as asking who is above the value
/// that each fifth of the buyers does not exceed, which costs a selection instead of three sorts.
public final class RfmScores {

    public static final Field<Integer> CUSTOMER = field(name("customer_no"), Integer.class);
    public static final Field<LocalDate> LAST_DAY = field(name("last_day"), LocalDate.class);
    public static final Field<Long> FREQUENCY = field(name("frequency"), Long.class);
    public static final Field<BigDecimal> MONETARY = field(name("monetary"), BigDecimal.class);
    public static final Field<Integer> R = field(name("r"), Integer.class);
    public static final Field<Integer> F = field(name("f"), Integer.class);
    public static final Field<Integer> M = field(name("m"), Integer.class);

    private static final int QUINTILES = 5;
    private static final Table<Record> BUYERS = table(name("buyers"));
    private static final Table<Record> FIFTHS = table(name("fifths"));
    private static final Field<Short> BRAND_ID = field(name("brand_id"), Short.class);
    private static final Field<Long> AMOUNT = field(name("amount"), Long.class);
    private static final Field<LocalDate> DAY = field(name("day"), LocalDate.class);

    private RfmScores() {}

    /// @param cuts null for quintiles
    public static Table<?> among(BrandId brand, SalesYear year, @Nullable RfmCuts cuts) {
        return cuts == null ? byFifths(brand, year) : byCuts(brand, year, cuts);
    }

    private static Table<?> byFifths(BrandId brand, SalesYear year) {
        List<SelectField<?>> fifths = new ArrayList<>();
        for (Field<?> measure : List.of(LAST_DAY, FREQUENCY, MONETARY)) {
            for (int below = 1; below < QUINTILES; below++) {
                fifths.add(fifth(measure, below));
            }
        }
        return with(BUYERS.getName())
                .as(buyers(brand, year))
                .with(FIFTHS.getName())
                .as(select(fifths).from(BUYERS))
                .select(
                        CUSTOMER,
                        LAST_DAY,
                        FREQUENCY,
                        MONETARY,
                        score(above(LAST_DAY)).as(R),
                        score(above(FREQUENCY)).as(F),
                        score(above(MONETARY)).as(M))
                .from(BUYERS)
                .crossJoin(FIFTHS)
                .asTable("scored");
    }

    /// What so many fifths of the buyers do not exceed: the standard's `percentile_disc`, with an exact fraction.
    private static <T> Field<T> fifth(Field<T> measure, int below) {
        return field(
                        "percentile_disc({0}) within group (order by {1})",
                        measure.getDataType(), inline(BigDecimal.valueOf(2L * below, 1)), measure)
                .as(limit(measure, below));
    }

    private static <T> Field<T> limit(Field<T> measure, int below) {
        return field(name(measure.getName() + "_" + below), measure.getDataType());
    }

    private static <T> List<Condition> above(Field<T> measure) {
        List<Condition> above = new ArrayList<>();
        for (int below = 1; below < QUINTILES; below++) {
            above.add(measure.gt(limit(measure, below)));
        }
        return above;
    }

    private static Table<?> byCuts(BrandId brand, SalesYear year, RfmCuts cuts) {
        return select(
                        CUSTOMER,
                        LAST_DAY,
                        FREQUENCY,
                        MONETARY,
                        score(cuts.recency().stream()
                                        .map(days ->
                                                LAST_DAY.ge(inline(year.to().minusDays(days))))
                                        .toList())
                                .as(R),
                        score(cuts.frequency().stream()
                                        .map(orders -> FREQUENCY.ge(inline(orders)))
                                        .toList())
                                .as(F),
                        score(cuts.monetary().stream()
                                        .map(amount -> MONETARY.ge(inline(BigDecimal.valueOf(amount))))
                                        .toList())
                                .as(M))
                .from(buyers(brand, year).asTable(BUYERS.getName()))
                .asTable("scored");
    }

    /// One more for each that holds.
    private static Field<Integer> score(List<Condition> better) {
        Field<Integer> score = inline(1);
        for (Condition one : better) {
            score = score.plus(when(one, inline(1)).otherwise(inline(0)));
        }
        return score;
    }

    private static org.jooq.Select<?> buyers(BrandId brand, SalesYear year) {
        Field<BigDecimal> paid = field(name("paid"), BigDecimal.class);
        Field<BigDecimal> back = field(name("given_back"), BigDecimal.class);
        Field<Integer> refunded = field(name("refunded_customer"), Integer.class);
        Condition within = BRAND_ID.eq(inline(brand.value())).and(year.covers()).and(CUSTOMER.isNotNull());
        Table<?> bought = select(
                        CUSTOMER,
                        max(DAY).as(LAST_DAY),
                        count().cast(Long.class).as(FREQUENCY),
                        sum(AMOUNT).as(paid))
                .from(table(name("orders")))
                .where(within, AMOUNT.gt(inline(0L)))
                .groupBy(CUSTOMER)
                .asTable("bought");
        Table<?> refunds = select(CUSTOMER.as(refunded), sum(AMOUNT).as(back))
                .from(table(name("refund")))
                .where(within)
                .groupBy(CUSTOMER)
                .asTable("refunds");
        return select(
                        CUSTOMER,
                        LAST_DAY,
                        FREQUENCY,
                        paid.minus(coalesce(back, inline(BigDecimal.ZERO))).as(MONETARY))
                .from(bought)
                .leftJoin(refunds)
                .on(CUSTOMER.eq(refunded));
    }
}
