package io.waterwheel.intake.connector;

import static io.waterwheel.intake.generated.Tables.PLATFORM_ORDER;

import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// By what a platform's orders know their buyer.
@Component
@Order(73)
class PlatformOrderData implements PersonalData {

    private final OrderBook book;

    PlatformOrderData(OrderBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return "platform-orders";
    }

    @Override
    public Text title() {
        return new Text("电商平台的哪些订单是本人的", "Which orders of e-commerce platforms are the person's");
    }

    @Override
    public Set<String> tables() {
        return Set.of(PersonalTable.nameOf(PLATFORM_ORDER));
    }

    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        book.each(transaction, person, (order, buyer) -> {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("number", order.getNumber());
            row.put("heard_at", order.getHeardAt());
            rows.accept(row);
        });
    }

    @Override
    public Erased erase(DSLContext transaction, Person person) {
        return Erased.all(book.forget(transaction, person));
    }
}
