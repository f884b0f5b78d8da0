package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.*;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.segment.language.Bound;
import io.waterwheel.segment.language.Interval;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// Leaves as columnar scans: plain ANSI SQL, times as literals, people's words never part of the statement. What single
/// rows answer is one scan a table ([RowScan]), the rest one a leaf.
final class LeafScan {

    private final DSLContext context;
    private final BrandId brand;
    private final RowScan rows;

    LeafScan(DSLContext context, BrandId brand) {
        this.context = context;
        this.brand = brand;
        this.rows = new RowScan(context, brand);
    }

    Map<Leaf, RoaringBitmap> customers(Collection<Leaf> leaves) {
        Map<Leaf, RoaringBitmap> answers =
                rows.customers(leaves.stream().filter(rows::takes).toList());
        leaves.forEach(leaf -> answers.computeIfAbsent(leaf, this::byItself));
        return answers;
    }

    private RoaringBitmap byItself(Leaf leaf) {
        return switch (leaf) {
            case Leaf.Compared text -> new TextScan(context).customers(text);
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
                scan(context.selectDistinct(CUSTOMER_NO)
                        .from(EVENT)
                        .where(mine(), within(AT, window), EVENT_NAME.in(names)));
            case Leaf.Known _, Leaf.Tagged _, Leaf.Joined _, Leaf.Anniversary _ ->
                throw new IllegalArgumentException("single rows answer " + leaf);
            case Leaf.Filtered orders -> new OrderScan(context, brand, orders.where()).customers(orders);
        };
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

    static Condition within(Field<LocalDateTime> at, @Nullable Interval window) {
        return window == null ? noCondition() : at.ge(literal(window.from())).and(at.lt(literal(window.to())));
    }

    static RoaringBitmap scan(ResultQuery<?> query) {
        return CustomerSet.of(query);
    }
}
