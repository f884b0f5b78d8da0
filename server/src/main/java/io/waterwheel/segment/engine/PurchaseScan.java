package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.*;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import io.waterwheel.access.Brand;
import io.waterwheel.segment.language.Interval;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;
import org.roaringbitmap.RoaringBitmap;

/// Adds up what customers bought: a line per customer is read, and counted for every set the customer is in.
final class PurchaseScan {

    private final DSLContext context;
    private final Brand brand;

    PurchaseScan(DSLContext context, Brand brand) {
        this.context = context;
        this.brand = brand;
    }

    List<OrderTotals> totals(Interval window, List<RoaringBitmap> sets) {
        Sums[] sums = sets.stream().map(_ -> new Sums()).toArray(Sums[]::new);
        Field<Long> amount = sum(AMOUNT).cast(SQLDataType.BIGINT);
        each(
                context.select(CUSTOMER_NO, count().filterWhere(AMOUNT.gt(inline(0L))), amount)
                        .from(ORDERS)
                        .where(within(PAID_AT, window))
                        .groupBy(CUSTOMER_NO),
                row -> add(sets, sums, row.getInt(1), row.getLong(2), row.getLong(3)));
        each(
                context.select(CUSTOMER_NO, amount)
                        .from(REFUND)
                        .where(within(REFUNDED_AT, window))
                        .groupBy(CUSTOMER_NO),
                row -> add(sets, sums, row.getInt(1), 0, -row.getLong(2)));
        return Arrays.stream(sums)
                .map(sum -> new OrderTotals(sum.buyers, sum.orders, sum.sales))
                .toList();
    }

    private static final class Sums {
        private long buyers;
        private long orders;
        private long sales;
    }

    private static void add(List<RoaringBitmap> sets, Sums[] sums, int customer, long orders, long sales) {
        for (int i = 0; i < sums.length; i++) {
            if (sets.get(i).contains(customer)) {
                sums[i].buyers += orders > 0 ? 1 : 0;
                sums[i].orders += orders;
                sums[i].sales += sales;
            }
        }
    }

    private Condition within(Field<LocalDateTime> at, Interval window) {
        return BRAND_ID.eq(inline(brand.id().value()))
                .and(CUSTOMER_NO.isNotNull())
                .and(at.ge(literal(window.from())))
                .and(at.lt(literal(window.to())));
    }

    @FunctionalInterface
    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(ResultQuery<?> query, Reader reader) {
        try (ResultSet rows = query.fetchResultSet()) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw new DataAccessException("orders could not be added up", e);
        }
    }
}
