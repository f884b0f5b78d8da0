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
import io.waterwheel.intake.connector.Shares;
import io.waterwheel.intake.connector.Signatures;
import io.waterwheel.kernel.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// JD's open shops (POP). Reads `orderInfo` of `jingdong.pop.order.get` and the refund applications of
/// `jingdong.pop.afs.refundapply.querylist` (open.jd.com, read 2026-11). Orders' money is yuan as text, refunds' is
/// fen;
/// times are Shanghai's, and `0001-01-01 …` stands where there is none.
///
/// What the buyer pays is `orderPayment` and what was paid from the balance, `balanceUsed`. JD tells list prices and
/// what comes off the whole order, so what each line cost is shared out by list price, after the coupons of that line.
/// Who buys is `open_id_buyer`, encrypted per application, or `pin` in older answers; phones are masked unless the shop
/// may decrypt them. JD does not say when an order left the store: that is when the first version that says so was
/// modified.
///
/// A push is signed as calls to JD's gateway are: MD5 over secret, parameters in order of their names, body, secret, as
/// `sign`. JD's own messages come through its client; whoever passes them on signs the same way.
public final class JdConnector implements Connector {

    private static final String PARAMETERS = "360buy_param_json";

    /// Approved by JD's finance, stopped on the way and refunded, closed and refunded: then the money has gone back.
    private static final Set<String> MONEY_WENT_BACK = Set.of("3", "6", "9");

    /// Cash on delivery.
    private static final String ON_DELIVERY = "1";

    private static final int DEEPEST = 4;

    @Override
    public String platform() {
        return "jd";
    }

    @Override
    public Text label() {
        return new Text("京东", "JD");
    }

    @Override
    public boolean genuine(PushRequest push, String secret) {
        Map<String, String> signed = new HashMap<>(push.query());
        signed.putAll(push.form());
        String signature = signed.remove("sign");
        byte[] body = push.isForm() ? new byte[0] : push.body();
        return Signatures.same(Signatures.aroundParameters(secret, signed, body), signature);
    }

    @Override
    public List<JsonNode> messages(PushRequest push) {
        String inForm = push.form().get(PARAMETERS);
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
        return "{\"code\":\"0\",\"msg\":\"success\"}";
    }

    @Override
    public PlatformReading read(JsonNode message) {
        return MessageFields.reading(message, fields -> {
            MessageFields order = inside(fields, "orderInfo", DEEPEST);
            if (order != null) {
                return PlatformReading.Told.of(order(order));
            }
            MessageFields refund = inside(fields, "refundApplyVo", DEEPEST);
            if (refund != null || fields.has("applyRefundSum")) {
                return refund(refund == null ? fields : refund);
            }
            return PlatformReading.Told.of(order(fields));
        });
    }

    /// JD wraps an answer in objects named after the interface, whose spelling varies.
    private static @Nullable MessageFields inside(MessageFields fields, String name, int depth) {
        if (fields.has(name)) {
            return fields.at(name);
        }
        if (depth > 0 && fields.node().isObject()) {
            for (String inner : fields.node().propertyNames()) {
                if (fields.node().path(inner).isObject()) {
                    MessageFields found = inside(fields.at(inner), name, depth - 1);
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    private static OrderNews order(MessageFields order) {
        String number = order.required("orderId");
        String status = order.required("orderState");
        OrderContent content = content(order);
        Optional<Instant> ended = order.time("orderEndTime", SHANGHAI);
        Optional<Instant> paid = order.time("paymentConfirmTime", SHANGHAI);
        if (paid.isEmpty() && status.equals("FINISHED_L") && paysOnDelivery(order)) {
            paid = ended;
        }
        List<OrderStep> steps = new ArrayList<>();
        steps.add(new OrderStep.Placed(order.requiredTime("orderStartTime", SHANGHAI), content));
        paid.ifPresent(at -> steps.add(new OrderStep.Paid(at, content)));
        switch (status) {
            case "WAIT_GOODS_RECEIVE_CONFIRM" ->
                steps.add(new OrderStep.Shipped(order.requiredTime("modified", SHANGHAI), null));
            case "FINISHED_L" -> ended.ifPresent(at -> steps.add(new OrderStep.Received(at)));
            case "TRADE_CANCELED" -> ended.ifPresent(at -> steps.add(new OrderStep.Cancelled(at, null)));
            default -> {
                // Under way, locked or paused; what has happened so far is told above.
            }
        }
        return new OrderNews(
                number,
                Buyer.of(
                        order.first("open_id_buyer", "openIdBuyer", "pin"),
                        order.first("consigneeInfo/mobile", "consigneeInfo/telephone")),
                steps);
    }

    private static boolean paysOnDelivery(MessageFields order) {
        String type = order.text("payType");
        return type != null && (type.equals(ON_DELIVERY) || type.startsWith(ON_DELIVERY + "-"));
    }

    private static OrderContent content(MessageFields order) {
        BigDecimal total =
                order.requiredYuan("orderPayment").add(order.yuan("balanceUsed").orElse(BigDecimal.ZERO));
        BigDecimal shipping = order.yuan("freightPrice").orElse(BigDecimal.ZERO);
        List<MessageFields> items = order.each("itemInfoList");
        List<BigDecimal> weights = new ArrayList<>();
        BigDecimal list = BigDecimal.ZERO;
        for (MessageFields item : items) {
            BigDecimal gross = item.requiredYuan("jdPrice").multiply(item.quantity("itemTotal"));
            list = list.add(gross);
            weights.add(gross.subtract(coupons(order, item.text("skuId"))).max(BigDecimal.ZERO));
        }
        BigDecimal goods = total.subtract(shipping).max(BigDecimal.ZERO);
        List<BigDecimal> shares = Shares.of(goods, weights);
        List<OrderContent.Line> lines = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            MessageFields item = items.get(i);
            lines.add(new OrderContent.Line(
                    item.first("outerSkuId", "productNo", "wareId", "skuId"),
                    item.text("skuId"),
                    item.text("skuName"),
                    item.requiredYuan("jdPrice"),
                    item.quantity("itemTotal"),
                    shares.get(i)));
        }
        return new OrderContent(
                total,
                shipping,
                list.subtract(goods).max(BigDecimal.ZERO),
                order.first("venderName", "venderId"),
                order.text("consigneeInfo/province"),
                order.text("consigneeInfo/city"),
                lines);
    }

    /// What comes off one article alone; coupons of the whole order stand without one.
    private static BigDecimal coupons(MessageFields order, @Nullable String sku) {
        return order.each("couponDetailList").stream()
                .filter(coupon -> sku != null && sku.equals(coupon.text("skuId")))
                .map(coupon -> coupon.yuan("couponPrice").orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static PlatformReading refund(MessageFields refund) {
        String status = refund.required("status");
        if (!MONEY_WENT_BACK.contains(status)) {
            return new PlatformReading.Irrelevant("refund " + status);
        }
        // Its buyerId is a pin where the order has an encrypted id: the order says who it is.
        return PlatformReading.Told.of(new OrderNews(
                refund.required("orderId"),
                null,
                List.of(new OrderStep.Refunded(
                        refund.requiredTime("checkTime", SHANGHAI),
                        refund.required("id"),
                        refund.requiredFen("applyRefundSum"),
                        refund.text("reason")))));
    }
}
