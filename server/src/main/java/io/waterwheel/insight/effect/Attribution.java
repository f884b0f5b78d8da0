package io.waterwheel.insight.effect;

import static io.waterwheel.insight.data.Columns.*;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.waterwheel.access.Brand;
import io.waterwheel.insight.effect.BroadcastResult.Attributed;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.touch.BroadcastId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.types.DayToSecond;

/// Gives each order to the last touch before it: the newest message delivered by any broadcast, or click on its
/// link, no more than the window's days earlier. It is a view of what people did after being touched, never of what
/// they did because of it.
final class Attribution {

    private static final Field<Integer> CUSTOMER = field(name("touched"), Integer.class);
    private static final Field<LocalDateTime> TOUCHED_AT = field(name("touched_at"), LocalDateTime.class);
    private static final Field<Long> TOUCH_POSITION = field(name("touch_position"), Long.class);
    private static final Field<Integer> PLACE = field(name("place"), Integer.class);

    private Attribution() {}

    static Attributed of(DSLContext context, Brand brand, BroadcastId broadcast, int days, Instant from, Instant to) {
        DayToSecond window = new DayToSecond(days);
        Table<?> touches = select(CUSTOMER_NO.as(CUSTOMER), AT.as(TOUCHED_AT), POSITION.as(TOUCH_POSITION), BROADCAST)
                .from(EVENT)
                .where(
                        at(brand),
                        EVENT_NAME.in(inline(EventNames.MESSAGE_DELIVERED), inline(EventNames.LINK_CLICKED)),
                        BROADCAST.isNotNull(),
                        AT.ge(literal(from.minus(Duration.ofDays(days)))),
                        AT.lt(literal(to)))
                .asTable("touches");
        Table<?> bought = select(CUSTOMER_NO, POSITION, PAID_AT, AMOUNT)
                .from(ORDERS)
                .where(at(brand), CUSTOMER_NO.isNotNull(), PAID_AT.ge(literal(from)), PAID_AT.lt(literal(to)))
                .asTable("bought");
        Table<?> ranked = select(
                        AMOUNT,
                        BROADCAST,
                        rowNumber()
                                .over()
                                .partitionBy(POSITION)
                                .orderBy(TOUCHED_AT.desc(), TOUCH_POSITION.desc())
                                .as(PLACE))
                .from(bought)
                .join(touches)
                .on(CUSTOMER_NO.eq(CUSTOMER), TOUCHED_AT.le(PAID_AT), PAID_AT.lt(TOUCHED_AT.add(inline(window))))
                .asTable("ranked");
        Record2<Integer, BigDecimal> row = context.select(count(), sum(AMOUNT))
                .from(ranked)
                .where(PLACE.eq(inline(1)), BROADCAST.eq(inline(broadcast.value())))
                .fetchSingle();
        return new Attributed(
                row.value1(), row.value2() == null ? 0 : row.value2().longValueExact(), rule(days));
    }

    private static Text rule(int days) {
        return new Text(
                "末次触达归因：下单前 " + days + " 天内最后一次送达或点击属于这次群发的订单，按支付金额计；只说明先后，不说明因果。",
                "Last touch: orders whose latest delivered message or click in the " + days
                        + (days == 1 ? " day" : " days")
                        + " before belongs to this broadcast, at the amount paid. It tells the order of things, not the"
                        + " cause.");
    }
}
