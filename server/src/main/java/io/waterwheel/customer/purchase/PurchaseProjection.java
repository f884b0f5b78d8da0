package io.waterwheel.customer.purchase;

import static io.waterwheel.customer.generated.Tables.PURCHASE;
import static io.waterwheel.customer.generated.Tables.RELATION;

import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.CopyRows;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.Order;
import io.waterwheel.kernel.event.Projection;
import io.waterwheel.kernel.postgres.RowSet;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// One row per order and refund, and each customer's running totals at the brand.
/// The first event of an order number counts; a second one under another message id stays in the log and is not
/// counted.
@Component
@org.springframework.core.annotation.Order(4)
class PurchaseProjection implements Projection {

    private final Brands brands;
    private final JsonMapper json;

    PurchaseProjection(Brands brands, JsonMapper json) {
        this.brands = brands;
        this.json = json;
    }

    private record Key(BrandId brand, String number, PurchaseKind kind) {}

    private record Purchase(Key key, LoggedEvent event, Order order, long amount) {}

    @Override
    public void apply(DSLContext transaction, List<LoggedEvent> events) {
        Map<Key, Purchase> purchases = new LinkedHashMap<>();
        for (LoggedEvent event : events) {
            PurchaseKind kind = PurchaseKind.of(event.name());
            if (kind != null) {
                Order order = json.readValue(event.properties(), Order.class);
                Key key = new Key(event.brand(), order.orderId(), kind);
                long amount = order.amount(brands.get(event.brand()).fractionDigits());
                purchases.putIfAbsent(key, new Purchase(key, event, order, amount));
            }
        }
        if (purchases.isEmpty()) {
            return;
        }
        purchases.keySet().removeAll(counted(transaction, purchases.keySet()));
        write(transaction, purchases.values());
        addUp(transaction, purchases.values());
    }

    @Override
    public void retracted(DSLContext transaction, Collection<Long> positions) {
        transaction
                .deleteFrom(PURCHASE)
                .where(PURCHASE.POSITION.eq(DSL.any(positions.toArray(Long[]::new))))
                .execute();
    }

    private static Set<Key> counted(DSLContext transaction, Set<Key> keys) {
        RowSet asked = new RowSet(PURCHASE.BRAND_ID, PURCHASE.NUMBER, PURCHASE.KIND);
        keys.forEach(key -> asked.row(key.brand.value(), key.number, key.kind.code()));
        RowSet.Given given = asked.as("given");
        return new HashSet<>(transaction
                .select(PURCHASE.BRAND_ID, PURCHASE.NUMBER, PURCHASE.KIND)
                .from(PURCHASE)
                .join(given.table())
                .on(PURCHASE.BRAND_ID.eq(given.field(PURCHASE.BRAND_ID)))
                .and(PURCHASE.NUMBER.eq(given.field(PURCHASE.NUMBER)))
                .and(PURCHASE.KIND.eq(given.field(PURCHASE.KIND)))
                .fetch(row ->
                        new Key(new BrandId(row.value1()), row.value2(), PurchaseKind.valueOfCode(row.value3()))));
    }

    private static void write(DSLContext transaction, Iterable<Purchase> purchases) {
        CopyRows rows = new CopyRows();
        for (Purchase purchase : purchases) {
            CustomerNo customer = purchase.event.customer();
            rows.column(purchase.key.brand.value())
                    .column(purchase.key.kind.code())
                    .column(purchase.key.number)
                    .column(customer == null ? null : customer.toString())
                    .column(purchase.event.at())
                    .column(purchase.amount)
                    .column(purchase.order.store())
                    .column(purchase.event.position())
                    .end();
        }
        rows.send(transaction, "customer.purchase (brand_id, kind, number, customer_no, at, amount, store, position)");
    }

    private static void addUp(DSLContext transaction, Iterable<Purchase> purchases) {
        Map<List<Integer>, Totals> totals = new LinkedHashMap<>();
        for (Purchase purchase : purchases) {
            CustomerNo customer = purchase.event.customer();
            if (customer != null) {
                List<Integer> key = List.of((int) purchase.key.brand.value(), customer.value());
                totals.computeIfAbsent(key, unused -> new Totals())
                        .add(purchase.key.kind, purchase.amount, purchase.event.at());
            }
        }
        if (totals.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet(
                RELATION.BRAND_ID,
                RELATION.CUSTOMER_NO,
                RELATION.ORDERS,
                RELATION.REFUNDS,
                RELATION.GROSS_SALES,
                RELATION.REFUNDED,
                RELATION.FIRST_ORDER_AT,
                RELATION.LAST_ORDER_AT);
        totals.forEach((key, total) -> rows.row(
                key.get(0).shortValue(),
                key.get(1),
                total.orders,
                total.refunds,
                total.gross,
                total.refunded,
                total.first,
                total.last));
        RowSet.Given given = rows.as("given");
        transaction
                .update(RELATION)
                .set(RELATION.ORDERS, RELATION.ORDERS.plus(given.field(RELATION.ORDERS)))
                .set(RELATION.REFUNDS, RELATION.REFUNDS.plus(given.field(RELATION.REFUNDS)))
                .set(RELATION.GROSS_SALES, RELATION.GROSS_SALES.plus(given.field(RELATION.GROSS_SALES)))
                .set(RELATION.REFUNDED, RELATION.REFUNDED.plus(given.field(RELATION.REFUNDED)))
                .set(RELATION.FIRST_ORDER_AT, DSL.least(RELATION.FIRST_ORDER_AT, given.field(RELATION.FIRST_ORDER_AT)))
                .set(RELATION.LAST_ORDER_AT, DSL.greatest(RELATION.LAST_ORDER_AT, given.field(RELATION.LAST_ORDER_AT)))
                .from(given.table())
                .where(RELATION.BRAND_ID.eq(given.field(RELATION.BRAND_ID)))
                .and(RELATION.CUSTOMER_NO.eq(given.field(RELATION.CUSTOMER_NO)))
                .execute();
    }

    private static final class Totals {

        private int orders;
        private int refunds;
        private long gross;
        private long refunded;
        private @Nullable Instant first;
        private @Nullable Instant last;

        void add(PurchaseKind kind, long amount, Instant at) {
            switch (kind) {
                case REFUND -> {
                    refunds++;
                    refunded += amount;
                }
                case ORDER -> {
                    if (amount > 0) {
                        orders++;
                        gross += amount;
                        first = first == null || at.isBefore(first) ? at : first;
                        last = last == null || at.isAfter(last) ? at : last;
                    }
                }
            }
        }
    }
}
