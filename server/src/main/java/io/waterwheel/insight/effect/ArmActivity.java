package io.waterwheel.insight.effect;

import static io.waterwheel.insight.data.Columns.*;
import static io.waterwheel.insight.effect.ArmTable.ARM;
import static io.waterwheel.insight.effect.ArmTable.PERSON;
import static io.waterwheel.insight.effect.ArmTable.TREATED;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.waterwheel.access.Brand;
import io.waterwheel.touch.BroadcastTrial;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// What the people of one arm did in the window and in the 90 days before, as sums.
record ArmActivity(long people, long buyers, long orders, long sales, Map<EffectMetric, Sums> sums) {

    private static final Duration BEFORE = Duration.ofDays(90);

    private static final Field<Boolean> AFTER = field(name("after_start"), Boolean.class);
    private static final Field<Integer> ORDER = field(name("is_order"), Integer.class);

    /// Both arms from one scan.
    static Map<Boolean, ArmActivity> of(
            DSLContext context, Brand brand, BroadcastTrial trial, Instant from, Instant to) {
        Table<?> perPerson = perPerson(brand, from, to);
        Map<Boolean, Record> rows = context.select(TREATED)
                .select(sums("orders"))
                .select(sums("sales"))
                .select(sums("buyers"))
                .from(perPerson)
                .groupBy(TREATED)
                .fetchMap(TREATED, row -> row);
        return Map.of(
                true, of(rows.get(true), trial.treated().getLongCardinality()),
                false, of(rows.get(false), trial.holdout().getLongCardinality()));
    }

    private static ArmActivity of(@Nullable Record row, long people) {
        Map<EffectMetric, Sums> sums = new EnumMap<>(EffectMetric.class);
        for (EffectMetric metric : EffectMetric.values()) {
            String measure = metric.name().toLowerCase(Locale.ROOT);
            sums.put(
                    metric,
                    row == null
                            ? new Sums(people, 0, 0, 0, 0, 0)
                            : new Sums(
                                    people,
                                    number(row, measure, "y"),
                                    number(row, measure, "yy"),
                                    number(row, measure, "x"),
                                    number(row, measure, "xx"),
                                    number(row, measure, "xy")));
        }
        return new ArmActivity(
                people,
                Math.round(sums.get(EffectMetric.BUYERS).y()),
                Math.round(sums.get(EffectMetric.ORDERS).y()),
                Math.round(sums.get(EffectMetric.SALES).y()),
                sums);
    }

    private static double number(Record row, String measure, String what) {
        return row.get(measure + "_" + what, Double.class);
    }

    private static Field<?>[] sums(String measure) {
        Field<Double> y = field(name(measure + "_after"), Double.class);
        Field<Double> x = field(name(measure + "_before"), Double.class);
        return new Field<?>[] {
            sum(y).as(measure + "_y"),
            sum(y.mul(y)).as(measure + "_yy"),
            sum(x).as(measure + "_x"),
            sum(x.mul(x)).as(measure + "_xx"),
            sum(x.mul(y)).as(measure + "_xy")
        };
    }

    private static Table<?> perPerson(Brand brand, Instant from, Instant to) {
        Table<?> happened = happened(brand, ORDERS, PAID_AT, AMOUNT, 1, from, to)
                .unionAll(happened(brand, REFUND, REFUNDED_AT, AMOUNT.neg(), 0, from, to))
                .asTable("happened");
        Table<?> totals = select(
                        PERSON,
                        TREATED,
                        total(ORDER, AFTER.isTrue()).as("orders_after"),
                        total(ORDER, AFTER.isFalse()).as("orders_before"),
                        total(AMOUNT, AFTER.isTrue()).as("sales_after"),
                        total(AMOUNT, AFTER.isFalse()).as("sales_before"))
                .from(ARM)
                .join(happened)
                .on(CUSTOMER_NO.eq(PERSON))
                .groupBy(PERSON, TREATED)
                .asTable("totals");
        return select(totals.fields())
                .select(
                        any("orders_after").as("buyers_after"),
                        any("orders_before").as("buyers_before"))
                .from(totals)
                .asTable("per_person");
    }

    private static Select<Record4<Integer, Boolean, Integer, Long>> happened(
            Brand brand,
            Table<Record> table,
            Field<LocalDateTime> at,
            Field<Long> amount,
            int order,
            Instant from,
            Instant to) {
        return select(
                        CUSTOMER_NO,
                        field(at.ge(literal(from))).as(AFTER),
                        inline(order).as(ORDER),
                        amount.as(AMOUNT))
                .from(table)
                .where(at(brand), at.ge(literal(from.minus(BEFORE))), at.lt(literal(to)));
    }

    private static Field<Double> total(Field<? extends Number> measure, Condition when) {
        return sum(when(when, measure.cast(Double.class)).otherwise(inline(0.0)))
                .cast(Double.class);
    }

    private static Field<Double> any(String orders) {
        return when(field(name(orders), Double.class).gt(inline(0.0)), inline(1.0))
                .otherwise(inline(0.0));
    }
}
