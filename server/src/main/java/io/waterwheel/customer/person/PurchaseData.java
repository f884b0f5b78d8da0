package io.waterwheel.customer.person;

import static io.waterwheel.customer.generated.Tables.PURCHASE;
import static io.waterwheel.kernel.generated.Tables.EVENT;

import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Orders and refunds with their lines. Accounts must be kept for years, so erasing takes the person out of an order
/// and leaves the amount: it becomes an anonymous sale.
@Component
@Order(20)
class PurchaseData implements PersonalData {

    private final Vault vault;

    PurchaseData(Vault vault) {
        this.vault = vault;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public Text title() {
        return new Text("订单和退款，含明细（金额以分计）", "Orders and refunds with their lines (amounts in minor units)");
    }

    @Override
    public Set<String> tables() {
        return Set.of(PersonalTable.nameOf(PURCHASE));
    }

    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        try (var found = transaction
                .select(
                        PURCHASE.BRAND_ID,
                        PURCHASE.KIND,
                        PURCHASE.NUMBER,
                        PURCHASE.AT,
                        PURCHASE.AMOUNT,
                        PURCHASE.STORE,
                        EVENT.PROPERTIES)
                .from(PURCHASE)
                .join(EVENT)
                .on(EVENT.POSITION.eq(PURCHASE.POSITION))
                .where(PURCHASE.CUSTOMER_NO.eq(DSL.any(person.numberArray())))
                .orderBy(PURCHASE.AT, PURCHASE.NUMBER)
                .fetchSize(1_000)
                .fetchLazy()) {
            found.forEach(row -> {
                Map<String, @Nullable Object> order = PersonalTable.readable(row, vault);
                Object told = order.remove("properties");
                order.put(
                        "lines",
                        told instanceof Map<?, ?> properties && properties.get("products") instanceof List<?> lines
                                ? lines
                                : List.of());
                rows.accept(order);
            });
        }
    }

    @Override
    public Erased erase(DSLContext transaction, Person person) {
        return Erased.all(transaction
                .update(PURCHASE)
                .setNull(PURCHASE.CUSTOMER_NO)
                .where(PURCHASE.CUSTOMER_NO.eq(DSL.any(person.numberArray())))
                .execute());
    }
}
