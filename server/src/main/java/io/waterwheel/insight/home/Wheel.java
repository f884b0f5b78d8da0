package io.waterwheel.insight.home;

import static io.waterwheel.insight.data.Columns.*;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.waterwheel.access.Brand;
import io.waterwheel.insight.data.Days;
import io.waterwheel.insight.home.WheelPart.Part;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.types.DayToSecond;

/// What became of the customers gathered in the window.
final class Wheel {

    private static final int KEPT_DAYS = 30;

    private Wheel() {}

    static List<WheelPart> of(DSLContext context, Brand brand, Days days, Instant dataAt) {
        Field<Integer> buyer = field(name("buyer"), Integer.class);
        Field<Integer> orders = field(name("orders_of_buyer"), Integer.class);
        Table<?> buyers = select(CUSTOMER_NO.as(buyer), count().as(orders))
                .from(ORDERS)
                .where(at(brand), CUSTOMER_NO.isNotNull())
                .groupBy(CUSTOMER_NO)
                .asTable("buyers");
        Field<LocalDateTime> kept = FIRST_SEEN_AT.add(inline(new DayToSecond(KEPT_DAYS)));
        var observed = kept.le(literal(dataAt));
        Record row = context.select(
                        count(),
                        count().filterWhere(observed),
                        count().filterWhere(observed.and(LAST_SEEN_AT.ge(kept))),
                        count().filterWhere(orders.ge(inline(1))),
                        count().filterWhere(orders.ge(inline(2))))
                .from(RELATION)
                .leftJoin(buyers)
                .on(CUSTOMER_NO.eq(buyer))
                .where(
                        at(brand),
                        FIRST_SEEN_AT.ge(literal(brand.startOf(days.from()))),
                        FIRST_SEEN_AT.lt(literal(brand.startOf(days.to().plusDays(1)))))
                .fetchSingle();
        long gathered = row.get(0, Long.class);
        long ordered = row.get(3, Long.class);
        return List.of(
                WheelPart.of(Part.GATHER, gathered, 0),
                WheelPart.of(Part.HOLD, row.get(2, Long.class), row.get(1, Long.class)),
                WheelPart.of(Part.SPLASH, null, 0),
                WheelPart.of(Part.TURN, ordered, gathered),
                WheelPart.of(Part.RETURN, row.get(4, Long.class), ordered));
    }
}
