package io.waterwheel.insight.rfm;

import static io.waterwheel.insight.data.Columns.*;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.floor;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rank;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.waterwheel.access.Brand;
import io.waterwheel.insight.data.Days;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Field;
import org.jooq.Table;

/// Scores every buyer of the window by quintile.
///
/// A score is 1 + ⌊5 × (buyers strictly below) ÷ buyers⌋: equal buyers always get equal scores, the lower one of
/// those they span, however they are stored. So where most buy once, those all have frequency 1, and a score of 4
/// always means that at least three fifths of the buyers are below.
final class Scores {

    static final Field<Integer> CUSTOMER = field(name("customer_no"), Integer.class);
    static final Field<LocalDate> LAST_DAY = field(name("last_day"), LocalDate.class);
    static final Field<Long> FREQUENCY = field(name("frequency"), Long.class);
    static final Field<BigDecimal> MONETARY = field(name("monetary"), BigDecimal.class);
    static final Field<Integer> R = field(name("r"), Integer.class);
    static final Field<Integer> F = field(name("f"), Integer.class);
    static final Field<Integer> M = field(name("m"), Integer.class);

    private static final int QUINTILES = 5;

    private Scores() {}

    static Table<?> among(Brand brand, Days days) {
        Field<BigDecimal> paid = field(name("paid"), BigDecimal.class);
        Field<BigDecimal> back = field(name("given_back"), BigDecimal.class);
        Field<Integer> refunded = field(name("refunded_customer"), Integer.class);
        Table<?> bought = select(
                        CUSTOMER_NO,
                        max(DAY).as(LAST_DAY),
                        count().cast(Long.class).as(FREQUENCY),
                        sum(AMOUNT).as(paid))
                .from(ORDERS)
                .where(at(brand), days.cover(), CUSTOMER_NO.isNotNull())
                .groupBy(CUSTOMER_NO)
                .asTable("bought");
        Table<?> refunds = select(CUSTOMER_NO.as(refunded), sum(AMOUNT).as(back))
                .from(REFUND)
                .where(at(brand), days.cover(), CUSTOMER_NO.isNotNull())
                .groupBy(CUSTOMER_NO)
                .asTable("refunds");
        Table<?> buyers = select(
                        CUSTOMER,
                        LAST_DAY,
                        FREQUENCY,
                        paid.minus(coalesce(back, inline(BigDecimal.ZERO))).as(MONETARY))
                .from(bought)
                .leftJoin(refunds)
                .on(CUSTOMER.eq(refunded))
                .asTable("buyers");
        return select(
                        CUSTOMER,
                        LAST_DAY,
                        FREQUENCY,
                        MONETARY,
                        quintile(LAST_DAY).as(R),
                        quintile(FREQUENCY).as(F),
                        quintile(MONETARY).as(M))
                .from(buyers)
                .asTable("scored");
    }

    private static Field<Integer> quintile(Field<?> measure) {
        Field<Double> below = rank().over().orderBy(measure).minus(inline(1)).cast(Double.class);
        Field<Double> all = count().over().cast(Double.class);
        return floor(below.mul(inline((double) QUINTILES)).div(all))
                .cast(Integer.class)
                .plus(inline(1));
    }
}
