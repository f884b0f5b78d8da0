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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Youzan. Reads `full_order_info` of `youzan.trade.get`, refunds of `youzan.trade.refund.get`, and pushed messages
/// (doc.youzanyun.com, API and MSG pages; messages page read 2026-11). Money is yuan as text, times are Shanghai's.
///
/// A message's `msg` is JSON in percent-encoding, in base64, or as an object. Some messages only name the order
/// (`tid`); they wait for it. Who buys is `yz_open_id`; a phone counts when it is not encrypted (`$…$1$`), the buyer's
/// before the receiver's; `outer_user_id` is the WeChat openid. A trade's own list of refunds does not say when the
/// money went back, so refunds come from refund messages and refund objects alone.
///
/// A push carries `Event-Sign`, MD5 over client id, body, secret; older ones `sign` in the body, over client id, `msg`,
/// secret. Youzan takes any answer with "success" in it for received and else sends up to sixteen times more.
public final class YouzanConnector implements Connector {

    private static final Pattern OPENID = Pattern.compile("o[A-Za-z0-9_-]{27}");

    @Override
    public String platform() {
        return "youzan";
    }

    @Override
    public Text label() {
        return new Text("有赞", "Youzan");
    }

    @Override
    public boolean genuine(PushRequest push, String secret) {
        String clientId = push.header("client-id");
        String signature = push.header("event-sign");
        if (clientId != null && signature != null) {
            String wanted = Signatures.md5(Signatures.bytes(clientId), push.body(), Signatures.bytes(secret));
            return Signatures.same(wanted, signature);
        }
        try {
            MessageFields body = MessageFields.of(push.json());
            String message = body.node().path("msg").asString("");
            String wanted = Signatures.md5(
                    Signatures.bytes(body.node().path("client_id").asString("") + message + secret));
            return !message.isEmpty() && Signatures.same(wanted, body.text("sign"));
        } catch (JacksonException unsigned) {
            return false;
        }
    }

    @Override
    public List<JsonNode> messages(PushRequest push) {
        JsonNode message = push.json();
        return message.path("test").asBoolean(false) ? List.of() : List.of(message);
    }

    @Override
    public String acknowledgement() {
        return "{\"code\":0,\"msg\":\"success\"}";
    }

    @Override
    public PlatformReading read(JsonNode message) {
        return MessageFields.reading(message, YouzanConnector::read);
    }

    private static PlatformReading read(MessageFields message) {
        if (message.has("msg")) {
            return pushed(message.required("type"), content(message));
        }
        for (String wrapper : List.of("data", "response")) {
            if (message.has(wrapper)) {
                return read(message.at(wrapper));
            }
        }
        if (message.has("refund_id")) {
            String status = message.required("status");
            return status.equals("SUCCESS")
                    ? PlatformReading.Told.of(refunded(message, "refund_fee", "modified"))
                    : new PlatformReading.Irrelevant("refund " + status);
        }
        return PlatformReading.Told.of(trade(message.has("full_order_info") ? message.at("full_order_info") : message));
    }

    private static MessageFields content(MessageFields message) {
        if (message.node().path("msg").isObject()) {
            return message.at("msg");
        }
        String text = message.required("msg");
        if (text.startsWith("{")) {
            return MessageFields.of(PushRequest.json(text));
        }
        return MessageFields.of(PushRequest.json(text.startsWith("%") ? unescaped(text) : unpacked(text)));
    }

    private static String unescaped(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String unpacked(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static PlatformReading pushed(String type, MessageFields content) {
        return switch (type) {
            case "trade_TradeCreate", "trade_TradePaid", "trade_TradeBuyerPay", "TRADE_ORDER_STATE" ->
                content.has("full_order_info")
                        ? PlatformReading.Told.of(trade(content.at("full_order_info")))
                        : PlatformReading.Told.of(new OrderNews(content.required("tid"), null, List.of()));
            case "trade_TradeSellerShip" -> step(content, at -> new OrderStep.Shipped(at, null));
            case "trade_TradeSuccess" -> step(content, OrderStep.Received::new);
            case "trade_TradeClose" ->
                step(content, at -> new OrderStep.Cancelled(at, content.first("close_reason", "close_type")));
            // For a refund without goods the seller's consent is the end of it.
            case "trade_refund_RefundSuccess",
                    "trade_refund_RefundSellerAgree",
                    "trade_refund_SysRefund",
                    "youzan_trade_RefundSuccess" ->
                "EXCHANGE_GOODS_FLOW".equals(content.text("refund_type"))
                        ? new PlatformReading.Irrelevant("exchange")
                        : PlatformReading.Told.of(refunded(content, "refunded_fee", "update_time"));
            default -> new PlatformReading.Irrelevant(type);
        };
    }

    private static PlatformReading step(MessageFields content, Function<Instant, OrderStep> step) {
        if (content.has("full_order_info")) {
            return PlatformReading.Told.of(trade(content.at("full_order_info")));
        }
        return PlatformReading.Told.of(new OrderNews(
                content.required("tid"), null, List.of(step.apply(content.requiredTime("update_time", SHANGHAI)))));
    }

    private static OrderNews refunded(MessageFields refund, String amount, String time) {
        return new OrderNews(
                refund.required("tid"),
                null,
                List.of(new OrderStep.Refunded(
                        refund.requiredTime(time, SHANGHAI),
                        refund.required("refund_id"),
                        refund.requiredYuan(amount),
                        refund.first("refund_reason_des", "refund_reason", "reason"))));
    }

    private static OrderNews trade(MessageFields trade) {
        MessageFields order = trade.at("order_info");
        String status = order.required("status");
        OrderContent content = content(trade, order);
        List<OrderStep> steps = new ArrayList<>();
        steps.add(new OrderStep.Placed(order.requiredTime("created", SHANGHAI), content));
        order.time("pay_time", SHANGHAI).ifPresent(at -> steps.add(new OrderStep.Paid(at, content)));
        order.time("consign_time", SHANGHAI).ifPresent(at -> steps.add(new OrderStep.Shipped(at, null)));
        Optional<Instant> received = order.time("success_time", SHANGHAI);
        switch (status) {
            case "TRADE_SUCCESS" -> received.ifPresent(at -> steps.add(new OrderStep.Received(at)));
            case "TRADE_CLOSED" ->
                order.time("update_time", SHANGHAI)
                        .ifPresent(at -> steps.add(new OrderStep.Cancelled(at, order.text("close_type"))));
            default -> {
                // Under way; what has happened so far is told above.
            }
        }
        return new OrderNews(order.required("tid"), buyer(trade), steps);
    }

    private static Buyer buyer(MessageFields trade) {
        String outer = trade.text("buyer_info/outer_user_id");
        return new Buyer(
                trade.first("buyer_info/yz_open_id", "buyer_info/buyer_id"),
                trade.first("buyer_info/buyer_phone", "address_info/receiver_tel"),
                openid(outer));
    }

    private static @Nullable String openid(@Nullable String outer) {
        return outer != null && OPENID.matcher(outer).matches() ? outer : null;
    }

    private static OrderContent content(MessageFields trade, MessageFields order) {
        List<OrderContent.Line> lines = new ArrayList<>();
        BigDecimal list = BigDecimal.ZERO;
        BigDecimal net = BigDecimal.ZERO;
        for (MessageFields line : trade.each("orders")) {
            BigDecimal quantity = line.quantity("num");
            BigDecimal price = line.requiredYuan("price");
            BigDecimal paid = line.yuan("payment").orElseGet(() -> line.requiredYuan("total_fee"));
            lines.add(new OrderContent.Line(
                    line.first("outer_sku_id", "outer_item_id", "item_id"),
                    line.first("sku_id", "item_id"),
                    line.text("title"),
                    price,
                    quantity,
                    paid));
            list = list.add(price.multiply(quantity));
            net = net.add(paid);
        }
        return new OrderContent(
                trade.requiredYuan("pay_info/payment"),
                trade.yuan("pay_info/post_fee").orElse(BigDecimal.ZERO),
                list.subtract(net).max(BigDecimal.ZERO),
                order.text("shop_name"),
                trade.text("address_info/delivery_province"),
                trade.text("address_info/delivery_city"),
                lines);
    }
}
