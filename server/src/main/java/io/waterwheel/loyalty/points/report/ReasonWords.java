package io.waterwheel.loyalty.points.report;

import io.waterwheel.kernel.Text;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words for why points were booked.
final class ReasonWords {

    private static final Map<String, Text> WORDS = Map.ofEntries(
            Map.entry("order", new Text("订单 {order_id}", "Order {order_id}")),
            Map.entry("refund", new Text("订单 {order_id} 退款", "Refund of order {order_id}")),
            Map.entry("undone", new Text("撤销导入：订单 {order_id}", "Import undone: order {order_id}")),
            Map.entry("event", new Text("{rule}", "{rule}")),
            Map.entry("birthday", new Text("生日礼：{benefit}", "Birthday: {benefit}")),
            Map.entry("check-in", new Text("签到", "Check-in")),
            Map.entry("task", new Text("完成任务：{task}", "Task done: {task}")),
            Map.entry("growth", new Text("完成成长计划：{task}", "Growth programme done: {task}")),
            Map.entry("prize", new Text("抽奖中奖：{prize}", "Prize of a draw: {prize}")),
            Map.entry("benefit", new Text("会员权益：{benefit}", "Benefit: {benefit}")),
            Map.entry("survey", new Text("填写问卷", "A survey was answered")),
            Map.entry("referral", new Text("邀请好友", "A friend was invited")),
            Map.entry("member-day", new Text("会员日", "Member day")),
            Map.entry("mall", new Text("积分商城：{item}", "Points mall: {item}")),
            Map.entry("till", new Text("门店抵扣：{order_id}", "Paid at the till: {order_id}")),
            Map.entry("marketplace", new Text("{shop}：{record}", "At {shop}: {record}")),
            Map.entry("game", new Text("抽奖", "Lucky draw")),
            Map.entry("journey", new Text("活动：{name}", "{name}")),
            Map.entry("grant", new Text("人工补发：{note}", "Granted by a person: {note}")),
            Map.entry("deduct", new Text("人工扣减：{note}", "Deducted by a person: {note}")),
            Map.entry("opening", new Text("期初积分", "Brought from the system before")),
            Map.entry("opening-replaced", new Text("期初积分更正", "Opening balance corrected")),
            Map.entry("shared", new Text("共享账户退回", "Given back to the shared account")),
            Map.entry("matured", new Text("到期可用", "Became available")),
            Map.entry("expired", new Text("过期", "Expired")));

    /// A value's place in words, with what stands between it and the words before.
    private static final Pattern VALUE = Pattern.compile("([:：]? ?)\\{([a-z_]+)}");

    private static final Text NOTHING = Text.same("");

    private ReasonWords() {}

    /// What explains the amount comes behind, such as `120 = 60 × 2 银卡`.
    static Text of(String code, Map<String, String> values, long points) {
        Text words = WORDS.getOrDefault(code, Text.same(code));
        String sum = sum(values, points);
        Text behind = sum.isEmpty()
                ? NOTHING
                : values.containsKey("full")
                        ? new Text("：%s，按上限给 %d".formatted(sum, points), ": %s, capped at %d".formatted(sum, points))
                        : new Text("：" + sum, ": " + sum);
        return new Text(filled(words.zh(), values) + behind.zh(), filled(words.en(), values) + behind.en());
    }

    /// What stands in the values is left as it is, whatever it looks like.
    private static String filled(String words, Map<String, String> values) {
        return VALUE.matcher(words)
                .replaceAll(found -> {
                    String value = values.get(found.group(2));
                    return value == null ? "" : Matcher.quoteReplacement(found.group(1) + value);
                })
                .strip();
    }

    /// What a rule made, before a cap left less of it; empty where the points need no explanation. Whole points
    /// may be a rounded product.
    private static String sum(Map<String, String> values, long points) {
        String full = values.getOrDefault("full", Long.toString(points));
        String base = values.get("base");
        String multiplier = values.get("multiplier");
        if (base == null || multiplier == null) {
            return values.containsKey("full") ? full : "";
        }
        BigDecimal product = new BigDecimal(base).multiply(new BigDecimal(multiplier));
        return "%s %s %s × %s %s"
                .formatted(
                        full,
                        product.compareTo(new BigDecimal(full)) == 0 ? "=" : "≈",
                        base,
                        multiplier,
                        values.getOrDefault("because", ""))
                .strip();
    }
}
