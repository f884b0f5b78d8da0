package io.waterwheel.intake.file;

import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// Makes events of orders: their properties are [io.waterwheel.kernel.event.Order] as JSON, written directly because
/// there are millions of lines, and the country beside it.
final class OrderJson {

    private final JsonMapper json;

    OrderJson(JsonMapper json) {
        this.json = json;
    }

    NewEvent event(ImportTask task, StagedOrder order, ProductNames.Known products) {
        String customer = order.customer();
        return new NewEvent(
                task.brand().id(),
                task.source(),
                (order.refund() ? "refund:" : "order:") + order.number(),
                order.refund() ? EventNames.ORDER_REFUNDED : EventNames.ORDER_COMPLETED,
                order.at(),
                customer == null
                        ? Subject.NOBODY
                        : new Subject.Identified(List.of(new Identifier(IdentifierKind.MEMBER_NO, customer))),
                properties(order, products),
                "{}");
    }

    private String properties(StagedOrder order, ProductNames.Known products) {
        StringWriter text = new StringWriter(128 + 96 * order.lines().size());
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringProperty("order_id", order.number());
            writeText(out, "store", order.store());
            writeText(out, "country", order.country());
            out.writeArrayPropertyStart("products");
            for (OrderLine line : order.lines()) {
                out.writeStartObject();
                writeText(out, "product_id", line.productCode());
                writeText(out, "name", line.productName() == null ? products.name(line) : line.productName());
                writeText(out, "category", products.category(line));
                out.writeName("price");
                out.writeNumber(line.price());
                out.writeName("quantity");
                out.writeNumber(line.takesBack() ? line.quantity().substring(1) : line.quantity());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return text.toString();
    }

    private static void writeText(JsonGenerator out, String name, @Nullable String text) {
        if (text != null) {
            out.writeStringProperty(name, text);
        }
    }
}
