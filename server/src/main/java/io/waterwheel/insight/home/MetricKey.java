package io.waterwheel.insight.home;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;

/// The metrics of the home page and what each means, in the words of the metrics catalogue.
public enum MetricKey {
    @JsonProperty("customers")
    CUSTOMERS(
            Unit.PEOPLE,
            "客户数",
            "Customers",
            "现在认识的客户：合并后的一个人算一个，不含已抹除的。对比值为一年前已认识的客户。",
            "One-ID customers known now, not erased. Compared with those known a year earlier."),
    @JsonProperty("reachable")
    REACHABLE(
            Unit.PEOPLE,
            "可触达客户",
            "Reachable",
            "现在至少能用一个触点（企业微信、邮件）营销触达的客户：已绑定、未删除、有许可。",
            "Customers with at least one touchpoint marketing may use now: bound, not deleted, with consent."),
    @JsonProperty("netSales")
    NET_SALES(
            Unit.MONEY,
            "净销售额",
            "Net sales",
            "期内支付的订单金额减去期内发生的退款，含匿名销售。",
            "Orders paid in the window less refunds that happened in it, anonymous sales included."),
    @JsonProperty("memberShare")
    MEMBER_SHARE(
            Unit.RATE,
            "会销比",
            "Member sales share",
            "下单时已是会员的客户的净销售额 ÷ 净销售额（分母含匿名销售；退款按退款时是否会员归属）。",
            "Net sales by people who were members when they ordered ÷ net sales, anonymous sales included below; a"
                    + " refund counts by membership when it happened."),
    @JsonProperty("anonymousShare")
    ANONYMOUS_SHARE(
            Unit.RATE,
            "匿名销售占比",
            "Anonymous share",
            "无法对应到任何客户的净销售额 ÷ 净销售额。",
            "Net sales that belong to no known customer ÷ net sales."),
    @JsonProperty("buyers")
    BUYERS(Unit.PEOPLE, "购买人数", "Buyers", "期内至少支付过一个订单的客户。", "Customers with at least one paid order in the window."),
    @JsonProperty("repurchaseRate")
    REPURCHASE_RATE(
            Unit.RATE,
            "复购率",
            "Repurchase rate",
            "期内支付两单及以上的客户 ÷ 期内购买人数。",
            "Buyers with two or more orders in the window ÷ buyers in the window."),
    @JsonProperty("ordersPerBuyer")
    ORDERS_PER_BUYER(
            Unit.NUMBER,
            "购买频次",
            "Orders per buyer",
            "期内可识别客户的订单数 ÷ 期内购买人数。",
            "Orders of known customers in the window ÷ buyers in the window."),
    @JsonProperty("orderValue")
    ORDER_VALUE(
            Unit.MONEY,
            "笔单价",
            "Order value",
            "期内净销售额 ÷ 期内订单数，含匿名订单。",
            "Net sales ÷ orders in the window, anonymous orders included.");

    private final Unit unit;
    private final Text name;
    private final Text definition;

    MetricKey(Unit unit, String zh, String en, String definitionZh, String definitionEn) {
        this.unit = unit;
        this.name = new Text(zh, en);
        this.definition = new Text(definitionZh, definitionEn);
    }

    Unit unit() {
        return unit;
    }

    Text title() {
        return name;
    }

    Text definition() {
        return definition;
    }
}
