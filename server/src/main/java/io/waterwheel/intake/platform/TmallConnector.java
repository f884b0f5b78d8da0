package io.waterwheel.intake.platform;

import static io.waterwheel.intake.connector.MessageFields.SHANGHAI;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Tmall and Taobao. Reads `trade` of `taobao.trade.fullinfo.get` (open.taobao.com, API 54), `refund` of
/// `taobao.refund.get` (API 53), and messages of the channel TMC (`taobao_trade_…`, `taobao_refund_…`; open.taobao.com
/// docs on TMC), all read 2026-11. Money is yuan as text, times are Shanghai's.
///
/// A TMC message names an order and hardly more; it waits until the trade itself comes. Who buys is `buyer_open_uid`,
/// encrypted per application; `receiver_mobile` is masked unless the shop may decrypt it. A trade says that a line was
/// refunded but not how much, so refunds come from refund objects and `RefundSuccess` messages alone.
///
/// A push is signed as Taobao's gateway signs calls to a shop's own service (SPI): MD5 over secret, parameters in
/// order of their names, body, secret; as `sign` in the address. TMC itself is received by Taobao's client; whoever
/// passes its messages on signs the same way.
public final class TmallConnector implements Connector {

    private static final List<String> WRAPPERS = List.of("trade_fullinfo_get_response", "refund_get_response");

    @Override
    public String platform() {
        return "tmall";
    }

    @Override
    public Text label() {
        return new Text("天猫 / 淘宝", "Tmall and Taobao");
    }

    @Override
    public boolean genuine(PushRequest push, String secret) {
        Map<String, String> signed = new HashMap<>(push.query());
        signed.putAll(push.form());
        String signature = signed.remove("sign");
        String alsoSigned = push.header("top-sign-list");
        if (alsoSigned != null) {
            for (String name : alsoSigned.split(",")) {
                String value = push.header(name.strip().toLowerCase(java.util.Locale.ROOT));
                if (value != null) {
                    signed.put(name.strip(), value);
                }
            }
        }
        byte[] body = push.isForm() ? new byte[0] : push.body();
        return Signatures.same(Signatures.aroundParameters(secret, signed, body), signature);
    }

    @Override
    public List<JsonNode> messages(PushRequest push) {
        String inForm = push.form().get("content");
        JsonNode json = inForm == null ? push.json() : PushRequest.json(inForm);
        if (json.isArray()) {
            List<JsonNode> messages = new ArrayList<>();
            json.forEach(messages::add);
            return messages;
        }
        return List.of(json);
    }

    @Override
    public String acknowledgement() {
        return "{\"response\":{\"flag\":\"success\",\"code\":\"0\",\"message\":\"success\"}}";
    }

    @Override
    public PlatformReading read(JsonNode message) {
        return MessageFields.reading(message, TmallConnector::read);
    }

    private static PlatformReading read(MessageFields message) {
        for (String wrapper : WRAPPERS) {
            if (message.has(wrapper)) {
                return read(message.at(wrapper));
            }
        }
        if (message.has("trade")) {
            return PlatformReading.Told.of(trade(message.at("trade")));
        }
        if (message.has("refund")) {
            return refund(message.at("refund"));
        }
        if (message.has("topic")) {
            return notice(message.required("topic"), content(message));
        }
        return message.has("refund_id") && !message.has("orders")
                ? refund(message)
                : PlatformReading.Told.of(trade(message));
    }

    /// A TMC message's content comes as an object or, from older clients, as JSON in a text.
    private static MessageFields content(MessageFields message) {
        JsonNode content = message.node().path("content");
        return content.isString() ? MessageFields.of(PushRequest.json(content.asString())) : message.at("content");
    }

    private static OrderNews trade(MessageFields trade) {
        String number = tid(trade);
        String status = trade.required("status");
        OrderContent content = content(trade, trade.each("orders/order"));
        boolean onDelivery = "cod".equals(trade.text("type"));
        List<OrderStep> steps = new ArrayList<>();
        steps.add(new OrderStep.Placed(trade.requiredTime("created", SHANGHAI), content));
        Optional<Instant> ended = trade.time("end_time", SHANGHAI);
        Optional<Instant> paid = trade.time("pay_time", SHANGHAI);
        if (paid.isEmpty() && onDelivery && status.equals("TRADE_FINISHED")) {
            paid = ended;
        }
        paid.ifPresent(at -> steps.add(new OrderStep.Paid(at, content)));
        boolean partly = status.equals("SELLER_CONSIGNED_PART");
        if (!partly) {
            trade.time("consign_time", SHANGHAI).ifPresent(at -> steps.add(new OrderStep.Shipped(at, null)));
        }
        switch (status) {
            case "TRADE_FINISHED" -> ended.ifPresent(at -> steps.add(new OrderStep.Received(at)));
            case "TRADE_CLOSED", "TRADE_CLOSED_BY_TAOBAO" ->
                ended.ifPresent(at -> steps.add(new OrderStep.Cancelled(at, status)));
            default -> {
                // Under way; what has happened so far is told above.
            }
        }
        return new OrderNews(number, Buyer.of(trade.text("buyer_open_uid"), trade.text("receiver_mobile")), steps);
    }

    private static OrderContent content(MessageFields trade, List<MessageFields> orders) {
        List<OrderContent.Line> lines = new ArrayList<>();
        BigDecimal list = BigDecimal.ZERO;
        BigDecimal net = BigDecimal.ZERO;
        for (MessageFields order : orders) {
            if ("TRADE_CLOSED_BY_TAOBAO".equals(order.text("status"))) {
                // Taken out before it was paid.
                continue;
            }
            BigDecimal quantity = order.quantity("num");
            BigDecimal price = order.requiredYuan("price");
            BigDecimal paid = order.yuan("divide_order_fee")
                    .orElseGet(() -> order.requiredYuan("total_fee")
                            .subtract(order.yuan("part_mjz_discount").orElse(BigDecimal.ZERO)));
            lines.add(new OrderContent.Line(
                    order.first("outer_sku_id", "outer_iid", "num_iid"),
                    order.first("sku_id", "num_iid"),
                    order.text("title"),
                    price,
                    quantity,
                    paid));
            list = list.add(price.multiply(quantity));
            net = net.add(paid);
        }
        return new OrderContent(
                trade.requiredYuan("payment"),
                trade.yuan("post_fee").orElse(BigDecimal.ZERO),
                list.subtract(net).max(BigDecimal.ZERO),
                trade.first("seller_nick", "title"),
                trade.text("receiver_state"),
                trade.text("receiver_city"),
                lines);
    }

    /// A refund object: counts when the money has gone back.
    private static PlatformReading refund(MessageFields refund) {
        if (!"SUCCESS".equals(refund.required("status"))) {
            return new PlatformReading.Irrelevant("refund " + refund.required("status"));
        }
        return PlatformReading.Told.of(refunded(refund, buyer(refund)));
    }

    private static OrderNews refunded(MessageFields refund, @Nullable Buyer buyer) {
        return new OrderNews(
                tid(refund),
                buyer,
                List.of(new OrderStep.Refunded(
                        refund.requiredTime("modified", SHANGHAI),
                        refund.required("refund_id"),
                        refund.requiredYuan("refund_fee"),
                        refund.text("reason"))));
    }

    private static PlatformReading notice(String topic, MessageFields content) {
        return switch (topic) {
            case "taobao_refund_RefundSuccess" -> PlatformReading.Told.of(refunded(content, buyer(content)));
            case "taobao_trade_TradeSellerShip" ->
                step(content, new OrderStep.Shipped(content.requiredTime("modified", SHANGHAI), null));
            case "taobao_trade_TradeSuccess" ->
                step(content, new OrderStep.Received(content.requiredTime("modified", SHANGHAI)));
            case "taobao_trade_TradeClose" ->
                step(content, new OrderStep.Cancelled(content.requiredTime("modified", SHANGHAI), "TRADE_CLOSED"));
            // What was bought, and by whom, only the trade itself says.
            case "taobao_trade_TradeCreate", "taobao_trade_TradeBuyerPay" ->
                PlatformReading.Told.of(new OrderNews(tid(content), null, List.of()));
            default -> new PlatformReading.Irrelevant(topic);
        };
    }

    private static PlatformReading step(MessageFields content, OrderStep step) {
        return PlatformReading.Told.of(new OrderNews(tid(content), null, List.of(step)));
    }

    private static String tid(MessageFields fields) {
        String asText = fields.text("tid_str");
        return asText == null ? fields.required("tid") : asText;
    }

    /// Only who is named by the same id as in the trade; a nickname is masked and names nobody.
    private static @Nullable Buyer buyer(MessageFields fields) {
        String id = fields.text("buyer_open_uid");
        return id == null ? null : Buyer.of(id, null);
    }
}
