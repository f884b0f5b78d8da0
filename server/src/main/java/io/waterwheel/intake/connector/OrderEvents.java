package io.waterwheel.intake.connector;

import io.waterwheel.intake.collect.OrderRules;
import io.waterwheel.intake.collect.RefusalReason;
import io.waterwheel.intake.collect.StorableText;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Order;
import io.waterwheel.kernel.event.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Makes standard events of what happened to an order. Each step of an order has one message id, whichever version of
/// the order tells it, so it is written once.
@Component
class OrderEvents {

    /// The platforms sell in yuan.
    private static final Currency YUAN = Currency.getInstance("CNY");

    private static final int LONGEST_NUMBER = 200;
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofHours(24);

    /// Enough that quantity times price is the line's amount to the fen for any number of pieces below 10,000.
    private static final int PRICE_DIGITS = 6;

    private final JsonMapper json;

    OrderEvents(JsonMapper json) {
        this.json = json;
    }

    /// @return why the news cannot be booked, null when it can
    @Nullable
    RefusalReason fault(Connection connection, OrderNews news, Instant now) {
        if (!usable(news.number())) {
            return RefusalReason.ORDER_ID_MISSING;
        }
        for (OrderStep step : news.steps()) {
            if (step.at().isAfter(now.plus(CLOCKS_MAY_DIFFER))) {
                return RefusalReason.TIME_IN_FUTURE;
            }
            if (step.at().isBefore(Instant.EPOCH)) {
                return RefusalReason.TIME_TOO_EARLY;
            }
            RefusalReason reason = switch (step) {
                case OrderStep.Placed(Instant at, OrderContent content) -> fault(connection, news.number(), content);
                case OrderStep.Paid(Instant at, OrderContent content) -> fault(connection, news.number(), content);
                case OrderStep.Refunded refunded -> fault(connection, refunded);
                case OrderStep.Shipped shipped -> null;
                case OrderStep.Received received -> null;
                case OrderStep.Cancelled cancelled -> null;
            };
            if (reason != null) {
                return reason;
            }
            byte[] written = json.writeValueAsBytes(properties(connection, news.number(), step));
            if (!StorableText.json(written, 0, written.length)) {
                return RefusalReason.TEXT_UNSTORABLE;
            }
        }
        return null;
    }

    private static @Nullable RefusalReason fault(Connection connection, String number, OrderContent content) {
        return OrderRules.check(
                order(number, content.total(), lines(content)),
                connection.brand().currency());
    }

    private static @Nullable RefusalReason fault(Connection connection, OrderStep.Refunded refunded) {
        return usable(refunded.number())
                ? OrderRules.check(
                        order(refunded.number(), refunded.amount(), List.of()),
                        connection.brand().currency())
                : RefusalReason.ORDER_ID_MISSING;
    }

    private static Order order(String number, BigDecimal total, List<Order.Line> lines) {
        return new Order(number, total, YUAN.getCurrencyCode(), null, lines);
    }

    private static boolean usable(String number) {
        return !number.isBlank() && number.length() <= LONGEST_NUMBER && number.indexOf('\0') < 0;
    }

    /// @param buyer by what the order's buyer is known, empty for nobody
    List<NewEvent> events(Connection connection, OrderNews news, List<Identifier> buyer) {
        List<NewEvent> events = new ArrayList<>(news.steps().size());
        for (OrderStep step : news.steps()) {
            events.add(event(
                    connection,
                    messageId(news.number(), step),
                    name(step),
                    step.at(),
                    buyer,
                    properties(connection, news.number(), step)));
        }
        return events;
    }

    /// A later version names the buyer better, though nothing has happened to the order.
    ///
    /// @param hash of the identifiers
    NewEvent identified(Connection connection, String number, List<Identifier> buyer, String hash, Instant at) {
        return event(connection, "buyer:" + number + ":" + hash, EventNames.IDENTIFIED, at, buyer, Map.of());
    }

    private NewEvent event(
            Connection connection,
            String messageId,
            String name,
            Instant at,
            List<Identifier> buyer,
            Map<String, Object> properties) {
        return new NewEvent(
                connection.brand().id(),
                connection.name(),
                messageId,
                name,
                at,
                buyer.isEmpty() ? Subject.NOBODY : new Subject.Identified(buyer),
                json.writeValueAsString(properties),
                "{}");
    }

    private static String name(OrderStep step) {
        return switch (step) {
            case OrderStep.Placed placed -> EventNames.ORDER_PLACED;
            case OrderStep.Paid paid -> EventNames.ORDER_COMPLETED;
            case OrderStep.Shipped shipped -> EventNames.ORDER_SHIPPED;
            case OrderStep.Received received -> EventNames.ORDER_RECEIVED;
            case OrderStep.Cancelled cancelled -> EventNames.ORDER_CANCELLED;
            case OrderStep.Refunded refunded -> EventNames.ORDER_REFUNDED;
        };
    }

    private static String messageId(String number, OrderStep step) {
        return switch (step) {
            case OrderStep.Placed placed -> "placed:" + number;
            case OrderStep.Paid paid -> "order:" + number;
            case OrderStep.Shipped shipped -> "shipped:" + number;
            case OrderStep.Received received -> "received:" + number;
            case OrderStep.Cancelled cancelled -> "cancelled:" + number;
            case OrderStep.Refunded refunded -> "refund:" + refunded.number();
        };
    }

    private static Map<String, Object> properties(Connection connection, String number, OrderStep step) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("order_id", number);
        properties.put("platform", connection.connector().platform());
        switch (step) {
            case OrderStep.Placed(Instant at, OrderContent content) -> put(properties, content);
            case OrderStep.Paid(Instant at, OrderContent content) -> put(properties, content);
            case OrderStep.Shipped(Instant at, String carrier) -> put(properties, "carrier", carrier);
            case OrderStep.Received received -> {
                // That it has come is all there is to say.
            }
            case OrderStep.Cancelled(Instant at, String reason) -> put(properties, "reason", reason);
            case OrderStep.Refunded refunded -> {
                properties.put("order_id", refunded.number());
                properties.put("refunded_order_id", number);
                properties.put("total", refunded.amount());
                properties.put("currency", YUAN.getCurrencyCode());
                put(properties, "reason", refunded.reason());
            }
        }
        return properties;
    }

    private static void put(Map<String, Object> properties, OrderContent content) {
        properties.put("total", content.total());
        properties.put("currency", YUAN.getCurrencyCode());
        properties.put("shipping", content.shipping());
        properties.put("discount", content.discount());
        put(properties, "shop", content.shop());
        put(properties, "province", content.province());
        put(properties, "city", content.city());
        properties.put(
                "products", content.lines().stream().map(OrderEvents::product).toList());
    }

    private static Map<String, Object> product(OrderContent.Line line) {
        Map<String, Object> product = new LinkedHashMap<>();
        put(product, "product_id", line.product());
        put(product, "sku", line.sku());
        put(product, "name", line.name());
        product.put("price", price(line));
        put(product, "list_price", line.listPrice());
        product.put("quantity", line.quantity());
        return product;
    }

    private static List<Order.Line> lines(OrderContent content) {
        return content.lines().stream()
                .map(line -> new Order.Line(line.product(), line.name(), null, price(line), line.quantity()))
                .toList();
    }

    /// What one unit came to. Where there are no units the money rules refuse the line.
    private static BigDecimal price(OrderContent.Line line) {
        if (line.quantity().signum() <= 0) {
            return line.paid();
        }
        BigDecimal price = line.paid().divide(line.quantity(), PRICE_DIGITS, RoundingMode.HALF_UP);
        BigDecimal plain = price.stripTrailingZeros();
        return plain.scale() < 2 ? plain.setScale(2, RoundingMode.UNNECESSARY) : plain;
    }

    private static void put(Map<String, Object> properties, String name, @Nullable Object value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    /// The identifiers as bytes to hash, the same in whatever order they came.
    static byte[] bytes(List<Identifier> identifiers) {
        return identifiers.stream()
                .map(identifier -> identifier.kind().code() + ":" + identifier.value())
                .sorted()
                .reduce("", (all, one) -> all + one + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
