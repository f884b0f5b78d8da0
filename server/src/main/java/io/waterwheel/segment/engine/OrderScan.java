package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.*;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.segment.language.Bound;
import io.waterwheel.segment.language.Interval;
import io.waterwheel.segment.language.Measure;
import io.waterwheel.segment.language.OrderFilter;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// Leaves about some orders, or about some of their lines: one scan of the orders, or of the lines as soon as a line
/// is asked about. A line stands beside its order's time, store and channel, so nothing is joined.
final class OrderScan {

    private static final Field<Long> ORDERS_OF = field(name("orders_of"), Long.class);

    private final DSLContext context;
    private final BrandId brand;
    private final boolean byLine;
    private final Condition chosen;

    OrderScan(DSLContext context, BrandId brand, List<OrderFilter> where) {
        this.context = context;
        this.brand = brand;
        this.byLine = where.stream().anyMatch(filter -> filter.fact().ofLine());
        this.chosen = new SoldScan(context, brand).chosen(where);
    }

    RoaringBitmap customers(Leaf.Filtered leaf) {
        return CustomerSet.of(
                switch (leaf) {
                    case Leaf.Several(Measure measure, long least, Interval window, var _) ->
                        several(measure == Measure.DISTINCT_PRODUCTS, least, window);
                    case Leaf.Pieces(BigDecimal least, Interval window, var _) -> pieces(least, window);
                    case Leaf.Net(boolean perOrder, Bound bound, long value, Interval window, var _) ->
                        perOrder ? average(bound, value, window) : net(bound, value, window);
                    case Leaf.Ordered(boolean first, boolean after, var at, Interval window, var _) ->
                        ordered(first, after, literal(at), window);
                });
    }

    private ResultQuery<?> several(boolean products, long least, @Nullable Interval window) {
        Condition which = within(PAID_AT, window).and(products ? PRODUCT.isNotNull() : paid());
        Table<?> rows = products || byLine ? ORDER_LINE : ORDERS;
        if (least == 1) {
            return context.selectDistinct(CUSTOMER_NO).from(rows).where(which);
        }
        // An order is one row of the orders, and several of the lines.
        Table<?> different = products || byLine
                ? selectDistinct(CUSTOMER_NO, products ? PRODUCT : POSITION)
                        .from(rows)
                        .where(which)
                        .asTable("different")
                : select(CUSTOMER_NO).from(rows).where(which).asTable("different");
        return context.select(CUSTOMER_NO).from(different).groupBy(CUSTOMER_NO).having(count().ge(inline((int) least)));
    }

    private ResultQuery<?> pieces(BigDecimal least, @Nullable Interval window) {
        return context.select(CUSTOMER_NO)
                .from(ORDER_LINE)
                .where(within(PAID_AT, window))
                .groupBy(CUSTOMER_NO)
                .having(sum(QUANTITY).ge(inline(least)));
    }

    private ResultQuery<?> net(Bound bound, long value, @Nullable Interval window) {
        Table<?> sales = select(CUSTOMER_NO, AMOUNT)
                .from(byLine ? ORDER_LINE : ORDERS)
                .where(within(PAID_AT, window))
                .unionAll(select(CUSTOMER_NO, AMOUNT.neg())
                        .from(byLine ? REFUND_LINE : REFUND)
                        .where(within(REFUNDED_AT, window)))
                .asTable("sales");
        return context.select(CUSTOMER_NO)
                .from(sales)
                .groupBy(CUSTOMER_NO)
                .having(compare(sum(AMOUNT), bound, inline(BigDecimal.valueOf(value))));
    }

    /// Compared without dividing, so that nothing is rounded.
    private ResultQuery<?> average(Bound bound, long value, @Nullable Interval window) {
        var back = select(CUSTOMER_NO, AMOUNT.neg().cast(BigDecimal.class), inline(0L))
                .from(byLine ? REFUND_LINE : REFUND)
                .where(within(REFUNDED_AT, window));
        var bought = byLine
                ? select(
                                CUSTOMER_NO,
                                sum(AMOUNT).as(AMOUNT.getName()),
                                inline(1L).as(ORDERS_OF))
                        .from(ORDER_LINE)
                        .where(within(PAID_AT, window))
                        .groupBy(CUSTOMER_NO, POSITION)
                : select(
                                CUSTOMER_NO,
                                AMOUNT.cast(BigDecimal.class).as(AMOUNT.getName()),
                                when(AMOUNT.gt(inline(0L)), inline(1L))
                                        .otherwise(inline(0L))
                                        .as(ORDERS_OF))
                        .from(ORDERS)
                        .where(within(PAID_AT, window));
        Table<?> sales = bought.unionAll(back).asTable("sales");
        Field<BigDecimal> orders = sum(ORDERS_OF);
        return context.select(CUSTOMER_NO)
                .from(sales)
                .groupBy(CUSTOMER_NO)
                .having(
                        orders.ge(inline(BigDecimal.ONE)),
                        compare(sum(AMOUNT), bound, orders.mul(inline(BigDecimal.valueOf(value)))));
    }

    private ResultQuery<?> ordered(boolean first, boolean after, Field<LocalDateTime> at, @Nullable Interval window) {
        Field<LocalDateTime> which = first ? min(PAID_AT) : max(PAID_AT);
        return context.select(CUSTOMER_NO)
                .from(byLine ? ORDER_LINE : ORDERS)
                .where(within(PAID_AT, window), paid())
                .groupBy(CUSTOMER_NO)
                .having(after ? which.gt(at) : which.le(at));
    }

    private static Condition compare(Field<BigDecimal> known, Bound bound, Field<BigDecimal> limit) {
        return bound == Bound.AT_LEAST ? known.ge(limit) : known.le(limit);
    }

    /// Lines are those of paid orders anyway.
    private Condition paid() {
        return byLine ? noCondition() : AMOUNT.gt(inline(0L));
    }

    private Condition within(Field<LocalDateTime> at, @Nullable Interval window) {
        Condition mine =
                BRAND_ID.eq(inline(brand.value())).and(CUSTOMER_NO.isNotNull()).and(chosen);
        return window == null ? mine : mine.and(at.ge(literal(window.from()))).and(at.lt(literal(window.to())));
    }
}
