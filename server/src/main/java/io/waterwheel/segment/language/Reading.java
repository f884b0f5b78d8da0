package io.waterwheel.segment.language;

import io.waterwheel.kernel.Text;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A definition in one line of Chinese and of English, so that a person sees what was asked.
public final class Reading {

    private static final int VALUES_TOLD = 5;

    private final Currency currency;

    private Reading(Currency currency) {
        this.currency = currency;
    }

    /// @param currency the brand's, in which sums are told
    public static Text of(Condition condition, Currency currency) {
        return new Reading(currency).read(condition, true);
    }

    private Text read(Condition condition, boolean outermost) {
        return switch (condition) {
            case And(List<Condition> all) when all.isEmpty() -> new Text("所有客户", "all customers");
            case And(List<Condition> all) when all.size() == 1 -> read(all.getFirst(), outermost);
            case Or(List<Condition> any) when any.size() == 1 -> read(any.getFirst(), outermost);
            case And(List<Condition> all) -> joined(all, "，且", " and ", outermost);
            case Or(List<Condition> any) -> joined(any, "，或", " or ", outermost);
            case Not(Condition inner) -> {
                Text text = read(inner, true);
                yield new Text("不满足（" + text.zh() + "）", "not (" + text.en() + ")");
            }
            case AttributeCondition attribute -> AttributeReading.of(attribute);
            case OrdersCondition orders -> orders(orders);
        };
    }

    private Text joined(List<Condition> members, String zh, String en, boolean outermost) {
        List<Text> texts = members.stream().map(member -> read(member, false)).toList();
        String inChinese = texts.stream().map(Text::zh).collect(Collectors.joining(zh));
        String inEnglish = texts.stream().map(Text::en).collect(Collectors.joining(en));
        return outermost ? new Text(inChinese, inEnglish) : new Text("（" + inChinese + "）", "(" + inEnglish + ")");
    }

    private Text orders(OrdersCondition asked) {
        Text window = window(asked.window());
        boolean least = asked.operator() == Bound.AT_LEAST;
        String zh = least ? "不少于" : "不超过";
        String en = least ? "at least" : "at most";
        long value = asked.value();
        return switch (asked.measure()) {
            case COUNT ->
                new Text(
                        window.zh() + "下单" + zh + " " + value + " 次",
                        en + " " + value + (value == 1 ? " order" : " orders") + window.en());
            case SUM ->
                new Text(
                        window.zh() + "净消费" + zh + " " + money(value, Locale.SIMPLIFIED_CHINESE),
                        "net sales of " + en + " " + money(value, Locale.ENGLISH) + window.en());
            case RECENCY ->
                new Text(
                        window.zh() + "最近一次下单距今" + zh + " " + value + " 天",
                        "last order" + window.en() + " " + en + " " + value + (value == 1 ? " day" : " days") + " ago");
        };
    }

    private static Text window(@Nullable Window window) {
        return switch (window) {
            case null -> new Text("", "");
            case Last(int days) ->
                new Text("近 " + days + " 天", days == 1 ? " in the last day" : " in the last " + days + " days");
            case Between between ->
                new Text(
                        between.from() + " 至 " + between.to() + " ", " from " + between.from() + " to " + between.to());
        };
    }

    private String money(long minor, Locale locale) {
        int digits = currency.getDefaultFractionDigits();
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return currency.getCurrencyCode() + " " + format.format(BigDecimal.valueOf(minor, digits));
    }

    /// The values a condition names, the first few of them.
    static Text values(List<String> values) {
        List<String> told = values.subList(0, Math.min(VALUES_TOLD, values.size()));
        boolean all = told.size() == values.size();
        return new Text(
                told.stream().map(value -> "“" + value + "”").collect(Collectors.joining("、"))
                        + (all ? "" : "等 " + values.size() + " 项"),
                told.stream().map(value -> "“" + value + "”").collect(Collectors.joining(", "))
                        + (all ? "" : " … (" + values.size() + " values)"));
    }
}
