package io.waterwheel.segment.language;

import io.waterwheel.kernel.Text;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Collectors;

/// What was bought, in words.
final class OrdersReading {

    private OrdersReading() {}

    /// @param currency in which sums are told
    static Text of(OrdersCondition asked, Currency currency) {
        Text window = Reading.window(asked.window());
        Text where = where(asked);
        boolean least = asked.operator() == Bound.AT_LEAST;
        String before = window.zh() + where.zh();
        String zh = least ? "不少于" : "不超过";
        String en = least ? "at least" : "at most";
        String after = window.en() + where.en();
        long value = asked.value();
        return switch (asked.measure()) {
            case COUNT ->
                new Text(
                        before + "下单" + zh + " " + value + " 次",
                        en + " " + value + (value == 1 ? " order" : " orders") + after);
            case SUM ->
                new Text(
                        before + "净消费" + zh + " " + money(value, currency, Locale.SIMPLIFIED_CHINESE),
                        "net sales of " + en + " " + money(value, currency, Locale.ENGLISH) + after);
            case RECENCY ->
                new Text(before + "最近一次下单距今" + zh + " " + value + " 天", "last order" + after + ago(en, value));
            case AVERAGE ->
                new Text(
                        before + "笔单价" + zh + " " + money(value, currency, Locale.SIMPLIFIED_CHINESE),
                        "order value of " + en + " " + money(value, currency, Locale.ENGLISH) + after);
            case QUANTITY ->
                new Text(
                        before + "购买" + zh + " " + value + " 件",
                        en + " " + value + (value == 1 ? " piece" : " pieces") + " bought" + after);
            case DISTINCT_PRODUCTS ->
                new Text(
                        before + "买过的不同商品" + zh + " " + value + " 种",
                        en + " " + value + (value == 1 ? " product" : " different products") + " bought" + after);
            case SINCE_FIRST ->
                new Text(before + "第一次下单距今" + zh + " " + value + " 天", "first order" + after + ago(en, value));
        };
    }

    private static String ago(String bound, long days) {
        return " " + bound + " " + days + (days == 1 ? " day" : " days") + " ago";
    }

    private static Text where(OrdersCondition asked) {
        if (asked.filters().isEmpty()) {
            return new Text("", "");
        }
        return new Text(
                asked.filters().stream().map(filter -> filter(filter).zh()).collect(Collectors.joining("，", "（", "）")),
                asked.filters().stream()
                        .map(filter -> filter(filter).en())
                        .collect(Collectors.joining(", ", " (", ")")));
    }

    private static Text filter(OrderFilter filter) {
        Text label = filter.fact().label();
        Text values = Reading.values(filter.values());
        boolean several = filter.values().size() > 1;
        return switch (filter.operator()) {
            case IN ->
                new Text(
                        label.zh() + "是" + values.zh() + (several ? "之一" : ""),
                        label.en() + " is " + (several ? "one of " : "") + values.en());
            case NOT_IN ->
                new Text(
                        label.zh() + "不是" + values.zh() + (several ? "中的任何一个" : ""),
                        label.en() + " is " + (several ? "none of " : "not ") + values.en());
            case CONTAINS ->
                new Text(
                        label.zh() + "包含" + values.zh() + (several ? "之一" : ""),
                        label.en() + " contains " + (several ? "one of " : "") + values.en());
        };
    }

    private static String money(long minor, Currency currency, Locale locale) {
        int digits = currency.getDefaultFractionDigits();
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return currency.getCurrencyCode() + " " + format.format(BigDecimal.valueOf(minor, digits));
    }
}
