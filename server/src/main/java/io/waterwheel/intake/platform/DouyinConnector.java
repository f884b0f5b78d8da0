package io.waterwheel.intake.platform;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Douyin's shops (抖店). Reads `shop_order_detail` of `order.orderDetail` and pushed messages by their tag
/// (op.jinritemai.com, API and message pages, and the types of Douyin's own SDK; read 2026-11). Money is fen as whole
/// numbers, times are seconds since 1970.
///
/// Messages only name the order (`p_id`), so they wait for `shop_order_detail`. Who buys is `doudian_open_id`;
/// `post_tel` counts when it has been decrypted, `encrypt_post_tel` and `mask_post_tel` never. An order says that a
/// line was refunded but not how much, so refunds come from messages alone.
///
/// A push is a list of messages with the headers `app-id` and `event-sign`, MD5 over application key, body, secret.
/// Tag 0 only tries the address.
public final class DouyinConnector implements Connector {

    private static final String TRIAL = "0";
    private static final String CREATED = "100";
    private static final String PAID = "101";
    private static final String SHIPPED = "102";
    private static final String COMPLETED = "103";
    private static final String CANCELLED = "106";
    private static final String REFUNDED = "206";

    @Override
    public String platform() {
        return "douyin";
    }

    @Override
    public Text label() {
        return new Text("抖音小店", "Douyin shop");
    }

    @Override
    public boolean genuine(PushRequest push, String secret) {
        String application = push.header("app-id");
        return application != null
                && Signatures.same(
                        Signatures.md5(Signatures.bytes(application), push.body(), Signatures.bytes(secret)),
                        push.header("event-sign"));
    }

    @Override
    public List<JsonNode> messages(PushRequest push) {
        JsonNode json = push.json();
        List<JsonNode> messages = new ArrayList<>();
        if (json.isArray()) {
            json.forEach(messages::add);
        } else {
            messages.add(json);
        }
        messages.removeIf(message -> message.path("tag").asString("").equals(TRIAL));
        return messages;
    }

    @Override
    public String acknowledgement() {
        return "{\"code\":0,\"msg\":\"success\"}";
    }

    @Override
    public PlatformReading read(JsonNode message) {
        return MessageFields.reading(message, DouyinConnector::read);
    }

    private static PlatformReading read(MessageFields message) {
        if (message.has("tag")) {
            return pushed(message.required("tag"), data(message));
        }
        if (message.has("data")) {
            return read(message.at("data"));
        }
        return PlatformReading.Told.of(
                order(message.has("shop_order_detail") ? message.at("shop_order_detail") : message));
    }

    /// Data comes as JSON in a text.
    private static MessageFields data(MessageFields message) {
        JsonNode data = message.node().path("data");
        return data.isString() ? MessageFields.of(PushRequest.json(data.asString())) : message.at("data");
    }

    private static PlatformReading pushed(String tag, MessageFields data) {
        return switch (tag) {
            // What was bought, and by whom, only the order itself says.
            case CREATED, PAID -> PlatformReading.Told.of(new OrderNews(data.required("p_id"), null, List.of()));
            case SHIPPED -> step(data, new OrderStep.Shipped(data.requiredEpoch("update_time"), null));
            case COMPLETED -> step(data, new OrderStep.Received(time(data, "complete_time")));
            case CANCELLED ->
                step(data, new OrderStep.Cancelled(time(data, "cancel_time"), data.text("cancel_reason")));
            case REFUNDED ->
                step(
                        data,
                        new OrderStep.Refunded(
                                time(data, "success_time"),
                                data.required("aftersale_id"),
                                data.requiredFen("refund_amount"),
                                data.text("reason")));
            default -> new PlatformReading.Irrelevant("tag " + tag);
        };
    }

    private static Instant time(MessageFields data, String field) {
        return data.epoch(field).orElseGet(() -> data.requiredEpoch("update_time"));
    }

    private static PlatformReading step(MessageFields data, OrderStep step) {
        return PlatformReading.Told.of(new OrderNews(data.required("p_id"), null, List.of(step)));
    }

    private static OrderNews order(MessageFields order) {
        String number = order.required("order_id");
        String status = order.required("order_status");
        OrderContent content = content(order);
        List<OrderStep> steps = new ArrayList<>();
        steps.add(new OrderStep.Placed(order.requiredEpoch("create_time"), content));
        Optional<Instant> finished = order.epoch("finish_time");
        Optional<Instant> paid = order.epoch("pay_time");
        if (paid.isEmpty() && status.equals("5") && "0".equals(order.text("pay_type"))) {
            // Cash on delivery.
            paid = finished;
        }
        paid.ifPresent(at -> steps.add(new OrderStep.Paid(at, content)));
        order.epoch("ship_time").ifPresent(at -> steps.add(new OrderStep.Shipped(at, null)));
        switch (status) {
            case "4" ->
                finished.or(() -> order.epoch("update_time"))
                        .ifPresent(at -> steps.add(new OrderStep.Cancelled(at, order.text("cancel_reason"))));
            case "5" -> finished.ifPresent(at -> steps.add(new OrderStep.Received(at)));
            default -> {
                // Under way; what has happened so far is told above.
            }
        }
        return new OrderNews(number, Buyer.of(order.text("doudian_open_id"), order.text("post_tel")), steps);
    }

    private static OrderContent content(MessageFields order) {
        List<OrderContent.Line> lines = new ArrayList<>();
        BigDecimal list = BigDecimal.ZERO;
        BigDecimal net = BigDecimal.ZERO;
        for (MessageFields line : order.each("sku_order_list")) {
            BigDecimal quantity = line.quantity("item_num");
            BigDecimal price = line.requiredFen("origin_amount");
            BigDecimal paid = line.requiredFen("pay_amount")
                    .subtract(line.fen("post_amount").orElse(BigDecimal.ZERO))
                    .max(BigDecimal.ZERO);
            lines.add(new OrderContent.Line(
                    line.first("out_sku_id", "code", "out_product_id", "product_id_str", "product_id"),
                    line.first("sku_id", "product_id_str", "product_id"),
                    line.text("product_name"),
                    price,
                    quantity,
                    paid));
            list = list.add(price.multiply(quantity));
            net = net.add(paid);
        }
        return new OrderContent(
                order.requiredFen("pay_amount"),
                order.fen("post_amount").orElse(BigDecimal.ZERO),
                list.subtract(net).max(BigDecimal.ZERO),
                order.text("shop_name"),
                order.first("mask_post_addr/province/name", "post_addr/province/name"),
                order.first("mask_post_addr/city/name", "post_addr/city/name"),
                lines);
    }
}
