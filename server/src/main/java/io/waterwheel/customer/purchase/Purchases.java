package io.waterwheel.customer.purchase;

import static io.waterwheel.customer.generated.Tables.PURCHASE;
import static io.waterwheel.kernel.generated.Tables.EVENT;

import io.waterwheel.access.Brand;
import io.waterwheel.access.BrandUse;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.Order;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// One customer's orders and refunds, newest first, with their lines from the log.
@Component
public class Purchases implements BrandUse {

    private final DSLContext database;
    private final JsonMapper json;

    Purchases(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// @param amount in minor units; a refund's amount is what was given back, positive
    public record OrderRow(
            String number,
            PurchaseKind kind,
            Instant at,
            long amount,
            @Nullable String store,
            List<OrderLine> lines) {}

    /// @param unitPrice in the major unit, with all its decimals
    /// @param amount    in minor units
    public record OrderLine(
            @Nullable String product,
            @Nullable String name,
            BigDecimal quantity,
            @Nullable String unitPrice,
            long amount) {}

    public Page<OrderRow> page(Brand brand, CustomerNo customer, PageRequest request) {
        Condition which = PURCHASE.CUSTOMER_NO
                .eq(customer.value())
                .and(PURCHASE.BRAND_ID.eq(brand.id().value()));
        Cursor cursor = Cursor.decode(request.cursor(), 2);
        if (cursor != null) {
            which = which.and(DSL.row(PURCHASE.AT, PURCHASE.NUMBER).lt(cursor.instant(0), cursor.text(1)));
        }
        List<OrderRow> found = database.select(
                        PURCHASE.NUMBER, PURCHASE.KIND, PURCHASE.AT, PURCHASE.AMOUNT, PURCHASE.STORE, EVENT.PROPERTIES)
                .from(PURCHASE)
                .join(EVENT)
                .on(EVENT.POSITION.eq(PURCHASE.POSITION))
                .where(which)
                .orderBy(PURCHASE.AT.desc(), PURCHASE.NUMBER.desc())
                .limit(request.size() + 1)
                .fetch(row -> new OrderRow(
                        row.value1(),
                        PurchaseKind.valueOfCode(row.value2()),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        lines(row.value6().data(), brand.fractionDigits())));
        return Page.of(found, request.size(), order -> Cursor.of(order.at(), order.number()));
    }

    @Override
    public boolean hasOrders(BrandId brand) {
        return database.fetchExists(PURCHASE, PURCHASE.BRAND_ID.eq(brand.value()));
    }

    private List<OrderLine> lines(String properties, int fractionDigits) {
        return json.readValue(properties, Order.class).lines().stream()
                .map(line -> new OrderLine(
                        line.productId(),
                        line.name(),
                        line.units(),
                        line.price() == null ? null : line.price().toPlainString(),
                        line.amount(fractionDigits)))
                .toList();
    }
}
