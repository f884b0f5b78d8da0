package io.waterwheel.simulator.people;

import io.waterwheel.simulator.town.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An order as Segment's "Order Completed" tells it (Segment spec, V2 Ecommerce Events).
final class OrderEvent {
    private OrderEvent() {}

    static Map<String, Object> of(Order order, String currency, Instant sentAt) {
        var track = new LinkedHashMap<String, Object>();
        track.put("type", "track");
        track.put("event", "Order Completed");
        track.put("userId", order.shopUserId());
        // Made from the order, so that a repeated message is known as a repetition.
        track.put("messageId", "sim-" + order.id());
        track.put("timestamp", Instant.ofEpochMilli(order.at()).toString());
        track.put("sentAt", sentAt.toString());
        track.put("properties", properties(order, currency));
        track.put("context", Map.of("library", Map.of("name", "waterwheel-simulator", "version", "1")));
        return track;
    }

    /// The line is one product as often as fits; what is left between its price and the total is a discount or the
    /// shipping, so that the order adds up.
    private static Map<String, Object> properties(Order order, String currency) {
        var total = BigDecimal.valueOf(order.totalMinor(), 2);
        var properties = new LinkedHashMap<String, Object>();
        properties.put("order_id", order.id());
        properties.put("total", total);
        properties.put("currency", currency);
        var product = order.product();
        if (product == null) {
            properties.put("products", List.of());
            return properties;
        }
        long quantity =
                Math.max(1, Math.round(total.doubleValue() / product.price().doubleValue()));
        var subtotal = product.price().multiply(BigDecimal.valueOf(quantity));
        properties.put("subtotal", subtotal);
        properties.put("discount", subtotal.subtract(total).max(BigDecimal.ZERO));
        properties.put("shipping", total.subtract(subtotal).max(BigDecimal.ZERO));
        properties.put(
                "products",
                List.of(Map.of(
                        "product_id", product.code(),
                        "name", product.name(),
                        "price", product.price(),
                        "quantity", quantity)));
        return properties;
    }
}
