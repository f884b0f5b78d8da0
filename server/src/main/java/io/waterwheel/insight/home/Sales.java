package io.waterwheel.insight.home;

import static io.waterwheel.insight.data.Columns.*;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.waterwheel.access.Brand;
import io.waterwheel.insight.data.Days;
import io.waterwheel.insight.home.Metric.Ratio;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// What was sold in some days. A refund counts on the day it happened.
record Sales(
        long orders, long knownOrders, long net, long anonymousNet, long memberNet, long buyers, long repeatBuyers) {

    static Sales of(DSLContext context, Brand brand, Days days) {
        Record paid = totals(context, brand, days, ORDERS, PAID_AT);
        Record back = totals(context, brand, days, REFUND, REFUNDED_AT);
        Field<Integer> orders = field(name("orders_of_buyer"), Integer.class);
        Record buyers = context.select(count(), count().filterWhere(orders.ge(inline(2))))
                .from(select(count().as(orders))
                        .from(ORDERS)
                        .where(at(brand), days.cover(), CUSTOMER_NO.isNotNull())
                        .groupBy(CUSTOMER_NO)
                        .asTable("buyer"))
                .fetchSingle();
        return new Sales(
                whole(paid, 0),
                whole(paid, 1),
                whole(paid, 2) - whole(back, 2),
                whole(paid, 3) - whole(back, 3),
                whole(paid, 4) - whole(back, 4),
                whole(buyers, 0),
                whole(buyers, 1));
    }

    private static Record totals(
            DSLContext context, Brand brand, Days days, Table<Record> table, Field<LocalDateTime> at) {
        Table<?> members = select(CUSTOMER_NO.as("member"), MEMBER_SINCE)
                .from(RELATION)
                .where(at(brand), MEMBER_SINCE.isNotNull())
                .asTable("members");
        Field<Integer> member = field(name("member"), Integer.class);
        return context.select(
                        count(),
                        count(CUSTOMER_NO),
                        orZero(sum(AMOUNT)),
                        orZero(sum(AMOUNT).filterWhere(CUSTOMER_NO.isNull())),
                        orZero(sum(AMOUNT).filterWhere(MEMBER_SINCE.le(at))))
                .from(table)
                .leftJoin(members)
                .on(CUSTOMER_NO.eq(member))
                .where(at(brand), days.cover())
                .fetchSingle();
    }

    private static Field<BigDecimal> orZero(Field<BigDecimal> sum) {
        return coalesce(sum, inline(BigDecimal.ZERO));
    }

    private static long whole(Record row, int column) {
        Long value = row.get(column, Long.class);
        return value == null ? 0 : value;
    }

    Ratio memberShare() {
        return new Ratio(memberNet, net);
    }

    Ratio anonymousShare() {
        return new Ratio(anonymousNet, net);
    }

    Ratio repurchaseRate() {
        return new Ratio(repeatBuyers, buyers);
    }

    Ratio ordersPerBuyer() {
        return new Ratio(knownOrders, buyers);
    }

    Ratio orderValue() {
        return new Ratio(net, orders);
    }
}
