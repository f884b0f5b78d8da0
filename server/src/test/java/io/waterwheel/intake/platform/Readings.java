package io.waterwheel.intake.platform;

import io.waterwheel.intake.connector.Connector;
import io.waterwheel.intake.connector.OrderContent;
import io.waterwheel.intake.connector.OrderNews;
import io.waterwheel.intake.connector.PlatformReading;
import io.waterwheel.intake.connector.PushRequest;
import java.math.BigDecimal;
import java.util.Map;

/// Short words for what the connectors' tests say again and again.
final class Readings {

    private Readings() {}

    /// The one order a message tells of.
    static OrderNews news(Connector connector, String message) {
        PlatformReading reading = connector.read(PushRequest.json(message));
        if (reading instanceof PlatformReading.Told told && told.news().size() == 1) {
            return told.news().getFirst();
        }
        throw new AssertionError(reading);
    }

    static OrderContent.Line line(
            String product, String sku, String name, String listPrice, String quantity, String paid) {
        return new OrderContent.Line(
                product, sku, name, new BigDecimal(listPrice), new BigDecimal(quantity), new BigDecimal(paid));
    }

    static PushRequest push(Map<String, String> headers, Map<String, String> query, byte[] body) {
        return new PushRequest(headers, query, body);
    }
}
