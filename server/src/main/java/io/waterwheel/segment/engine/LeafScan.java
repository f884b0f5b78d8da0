package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.*;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.day;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.month;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.year;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.segment.language.Bound;
import io.waterwheel.segment.language.Interval;
import io.waterwheel.segment.language.StandardAttribute;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// One leaf as one columnar scan: plain ANSI SQL, times as literals, people's words never part of the statement.
final class LeafScan {

    private final DSLContext context;
    private final BrandId brand;

    LeafScan(DSLContext context, BrandId brand) {
        this.context = context;
        this.brand = brand;
    }

    RoaringBitmap customers(Leaf leaf) {
        return switch (leaf) {
            case Leaf.Known() -> scan(relations(noCondition()));
            case Leaf.Compared compared -> compared(compared);
            case Leaf.Anniversary anniversary -> anniversary(anniversary);
            case Leaf.Tagged(long tag) -> scan(tagged(tag));
            case Leaf.Count(long atLeast, Interval window) -> scan(ordersAtLeast(atLeast, window));
            case Leaf.Sum(Bound bound, long value, Interval window) -> scan(netSales(bound, value, window));
            case Leaf.Events events -> new EventsScan(context, brand).customers(events);
            case Leaf.EventTime time -> new EventsScan(context, brand).customers(time);
            case Leaf.Sequence sequence -> new SequenceScan(context, brand).customers(sequence);
            case Leaf.LastOrder(boolean after, var at, Interval window) -> scan(lastOrder(after, literal(at), window));
            case Leaf.Reached touchpoint -> new TouchpointScan(context, brand).customers(touchpoint);
            case Leaf.Rfm rfm -> new StageScan(context, brand).rfm(rfm);
            case Leaf.Lifecycle lifecycle -> new StageScan(context, brand).lifecycle(lifecycle);
            case Leaf.Happened(var names, Interval window) ->
                scan(context.select(CUSTOMER_NO).from(EVENT).where(mine(), within(AT, window), EVENT_NAME.in(names)));
            case Leaf.Joined(Interval window) -> scan(relations(within(MEMBER_SINCE, window)));
            case Leaf.Filtered orders -> new OrderScan(context, brand, orders.where()).customers(orders);
        };
    }

    private RoaringBitmap compared(Leaf.Compared asked) {
        if (!(asked.attribute() instanceof StandardAttribute standard)) {
            return new TextScan(context).customers(asked);
        }
        return switch (standard) {
            case CITY, PROVINCE, GENDER -> new TextScan(context).customers(asked);
            // The canonical question about a yes-or-no attribute is always whether it is true.
            case REACHABLE_BY_WECOM -> scan(relations(WECOM.isTrue()));
            case REACHABLE_BY_EMAIL -> scan(relations(EMAIL.isTrue()));
            case BIRTHDAY -> scan(context.select(CUSTOMER_NO).from(CUSTOMER).where(DayComparison.of(BIRTHDAY, asked)));
            case MEMBER_SINCE -> scan(relations(DayComparison.ofInstant(MEMBER_SINCE, asked)));
            case FIRST_SEEN_AT -> scan(relations(DayComparison.ofInstant(FIRST_SEEN_AT, asked)));
            case LAST_SEEN_AT -> scan(relations(DayComparison.ofInstant(LAST_SEEN_AT, asked)));
        };
    }

    private RoaringBitmap anniversary(Leaf.Anniversary asked) {
        return asked.attribute() == StandardAttribute.BIRTHDAY
                ? scan(context.select(CUSTOMER_NO).from(CUSTOMER).where(comesRound(BIRTHDAY, asked)))
                : scan(relations(comesRound(MEMBER_DAY, asked)));
    }

    private static Condition comesRound(Field<LocalDate> known, Leaf.Anniversary asked) {
        Field<Integer> inYear = month(known).mul(inline(100)).add(day(known));
        return or(asked.days().entrySet().stream()
                .map(year -> year(known)
                        .lt(inline(year.getKey()))
                        .and(inYear.in(year.getValue().stream().map(DSL::inline).toList())))
                .toList());
    }

    private ResultQuery<?> tagged(long tag) {
        return context.select(CUSTOMER_NO).from(TAG).where(BRAND_ID.eq(inline(brand.value())), TAG_ID.eq(inline(tag)));
    }

    private ResultQuery<?> relations(Condition condition) {
        return context.select(CUSTOMER_NO).from(RELATION).where(BRAND_ID.eq(inline(brand.value())), condition);
    }

    private ResultQuery<?> ordersAtLeast(long atLeast, @Nullable Interval window) {
        return context.select(CUSTOMER_NO)
                .from(ORDERS)
                .where(bought(window), AMOUNT.gt(inline(0L)))
                .groupBy(CUSTOMER_NO)
                .having(count().ge(inline((int) atLeast)));
    }

    private ResultQuery<?> netSales(Bound bound, long value, @Nullable Interval window) {
        var sales = select(CUSTOMER_NO, AMOUNT)
                .from(ORDERS)
                .where(bought(window))
                .unionAll(select(CUSTOMER_NO, AMOUNT.neg().as(AMOUNT))
                        .from(REFUND)
                        .where(mine(), within(REFUNDED_AT, window)))
                .asTable("sales");
        var net = sum(sales.field(AMOUNT));
        var limit = inline(BigDecimal.valueOf(value));
        return context.select(sales.field(CUSTOMER_NO))
                .from(sales)
                .groupBy(sales.field(CUSTOMER_NO))
                .having(bound == Bound.AT_LEAST ? net.ge(limit) : net.le(limit));
    }

    private ResultQuery<?> lastOrder(boolean after, Field<LocalDateTime> at, @Nullable Interval window) {
        return context.select(CUSTOMER_NO)
                .from(ORDERS)
                .where(bought(window), AMOUNT.gt(inline(0L)))
                .groupBy(CUSTOMER_NO)
                .having(after ? max(PAID_AT).gt(at) : max(PAID_AT).le(at));
    }

    private Condition bought(@Nullable Interval window) {
        return mine().and(within(PAID_AT, window));
    }

    private Condition mine() {
        return BRAND_ID.eq(inline(brand.value())).and(CUSTOMER_NO.isNotNull());
    }

    private static Condition within(Field<LocalDateTime> at, @Nullable Interval window) {
        return window == null ? noCondition() : at.ge(literal(window.from())).and(at.lt(literal(window.to())));
    }

    static RoaringBitmap scan(ResultQuery<?> query) {
        return CustomerSet.of(query);
    }
}
