package io.waterwheel.customer.person;

import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Order;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What of an event may stay when the person behind it is forgotten.
///
/// - An order or refund keeps its number, total, currency, store, channel, and per line product, category, price and
///   quantity: accounts must be kept (会计档案管理办法 asks for ten to thirty years), and none of it says who bought.
/// - Of merges and separations stay the numbers, which lead nowhere any more.
/// - Of every other event stays that something of a standard name happened at that time at that source. A name of
///   the sender's own could tell of the person and becomes `Erased`.
@Component
class Anonymous {

    static final String MESSAGE_ID = "erased";

    private final JsonMapper json;

    Anonymous(JsonMapper json) {
        this.json = json;
    }

    String name(String name) {
        return EventNames.anonymous(name);
    }

    /// Which numbers became one or two: whoever reads the log from its beginning must be able to follow.
    private String numbers(String properties) {
        JsonNode told = json.readTree(properties);
        return json.writeValueAsString(Map.of(
                "customer",
                told.path("customer").asInt(),
                "other",
                told.path("other").asInt()));
    }

    String properties(String name, String properties) {
        if (name.equals(EventNames.CUSTOMERS_MERGED) || name.equals(EventNames.CUSTOMERS_SEPARATED)) {
            return numbers(properties);
        }
        boolean books = name.equals(EventNames.ORDER_COMPLETED) || name.equals(EventNames.ORDER_REFUNDED);
        if (!books) {
            return "{}";
        }
        try {
            Order order = json.readValue(properties, Order.class);
            List<Order.Line> lines = order.lines().stream()
                    .map(line -> new Order.Line(line.productId(), null, line.category(), line.price(), line.quantity()))
                    .toList();
            return json.writeValueAsString(new Order(
                    order.orderId(),
                    order.total(),
                    order.currency(),
                    order.store(),
                    order.channel(),
                    order.platform(),
                    lines));
        } catch (JacksonException notAnOrder) {
            return "{}";
        }
    }
}
