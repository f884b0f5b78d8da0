package com.example.connector;

import io.waterwheel.intake.connector.Buyer;
import io.waterwheel.intake.connector.Connector;
import io.waterwheel.intake.connector.MessageFields;
import io.waterwheel.intake.connector.OrderContent;
import io.waterwheel.intake.connector.OrderNews;
import io.waterwheel.intake.connector.OrderStep;
import io.waterwheel.intake.connector.PlatformReading;
import io.waterwheel.intake.connector.PushRequest;
import io.waterwheel.intake.connector.Signatures;
import io.waterwheel.kernel.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The orders of an invented platform:
/// `{"no":"1","buyer":"b7","phone":"13800000008","paid_at":1772330460,"sum":1250,"items":[{"code":"TEA","pcs":2,"sum":1250}]}`
public final class CornerShopConnector implements Connector {

    @Override
    public String platform() {
        return "cornershop";
    }

    @Override
    public Text label() {
        return new Text("街角小店", "Corner shop");
    }

    @Override
    public boolean genuine(PushRequest push, String secret) {
        String wanted = Signatures.md5(push.body(), Signatures.bytes(secret));
        return Signatures.same(wanted, push.header("x-signature"));
    }

    @Override
    public List<JsonNode> messages(PushRequest push) {
        return List.of(push.json());
    }

    @Override
    public PlatformReading read(JsonNode message) {
        return MessageFields.reading(message, order -> {
            List<OrderContent.Line> lines = new ArrayList<>();
            for (MessageFields item : order.each("items")) {
                String code = item.required("code");
                lines.add(new OrderContent.Line(
                        code, code, item.text("name"), null, item.quantity("pcs"), item.requiredFen("sum")));
            }
            OrderContent content = new OrderContent(
                    order.requiredFen("sum"), BigDecimal.ZERO, BigDecimal.ZERO, null, null, null, lines);
            return PlatformReading.Told.of(new OrderNews(
                    order.required("no"),
                    Buyer.of(order.text("buyer"), order.text("phone")),
                    List.of(new OrderStep.Paid(order.requiredEpoch("paid_at"), content))));
        });
    }

    @Override
    public String acknowledgement() {
        return "{\"ok\":true}";
    }
}
