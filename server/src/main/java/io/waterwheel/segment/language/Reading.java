package io.waterwheel.segment.language;

import io.waterwheel.kernel.Text;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A definition in one line of Chinese and of English, so that a person sees what was asked.
public final class Reading {

    private static final int VALUES_TOLD = 5;

    private final Currency currency;
    private final Names names;

    private Reading(Currency currency, Names names) {
        this.currency = currency;
        this.names = names;
    }

    /// @param currency the brand's, in which sums are told
    public static Text of(Condition condition, Currency currency, Names names) {
        return new Reading(currency, names).read(condition, true);
    }

    /// Which events are meant, for other languages that name some.
    public static Text of(EventFilter events) {
        return EventsReading.events(events);
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
            case AnniversaryCondition anniversary -> anniversary(anniversary);
            case TagCondition tag -> tag(tag);
            case OrdersCondition orders -> OrdersReading.of(orders, currency);
            case TouchpointCondition touchpoint -> TouchpointReading.of(touchpoint);
            case RfmCondition rfm -> StageReading.of(rfm);
            case LifecycleCondition lifecycle -> StageReading.of(lifecycle);
            case AiplCondition aipl -> StageReading.of(aipl);
            case EventsCondition events -> EventsReading.of(events);
            case SequenceCondition sequence -> EventsReading.of(sequence);
            case SegmentCondition(String segment) -> {
                String name = names.segment(segment).orElse(segment);
                yield new Text("在人群“" + name + "”中", "in the segment “" + name + "”");
            }
            case ListCondition(String list) -> {
                String name = names.list(list).orElse(list);
                yield new Text("在名单“" + name + "”中", "on the list “" + name + "”");
            }
            case ShareCondition share -> share(share);
        };
    }

    private Text tag(TagCondition asked) {
        Text tags = values(
                asked.tags().stream().map(tag -> names.tag(tag).orElse(tag)).toList());
        boolean several = asked.tags().size() > 1;
        return switch (asked.operator()) {
            case ANY ->
                new Text(
                        "有标签" + tags.zh() + (several ? "之一" : ""),
                        several ? "has one of the tags " + tags.en() : "has the tag " + tags.en());
            case ALL ->
                new Text(
                        (several ? "同时有标签" : "有标签") + tags.zh(),
                        several ? "has all the tags " + tags.en() : "has the tag " + tags.en());
            case NONE ->
                new Text(
                        "没有标签" + tags.zh() + (several ? "中的任何一个" : ""),
                        several ? "has none of the tags " + tags.en() : "has not the tag " + tags.en());
        };
    }

    private static Text anniversary(AnniversaryCondition asked) {
        boolean birthday = asked.subject() == StandardAttribute.BIRTHDAY;
        String zh = birthday ? "生日" : "入会周年";
        String en = birthday ? "birthday" : "anniversary as a member";
        return switch (asked.within()) {
            case NextDays(int days) when days == 1 -> new Text("今天" + zh, en + " today");
            case NextDays(int days) ->
                new Text("未来 " + days + " 天内" + zh, en + " within " + days + " days, today included");
            case MonthAhead(int months) when months == 0 -> new Text("本月" + zh, en + " this month");
            case MonthAhead(int months) when months == 1 -> new Text("下月" + zh, en + " next month");
            case MonthAhead(int months) ->
                new Text(months + " 个月后的当月" + zh, en + " in the month " + months + " months ahead");
        };
    }

    private static Text share(ShareCondition asked) {
        String parts = percent(asked.from()) + "–" + percent(asked.to()) + "%";
        return new Text(
                "按“" + asked.key() + "”分流在 " + parts + " 之间", "in the share " + parts + " of “" + asked.key() + "”");
    }

    /// Of ten thousand, in hundredths: 0, 10, 12.5.
    private static String percent(int parts) {
        return BigDecimal.valueOf(parts, 2).stripTrailingZeros().toPlainString();
    }

    private Text joined(List<Condition> members, String zh, String en, boolean outermost) {
        List<Text> texts = members.stream().map(member -> read(member, false)).toList();
        String inChinese = texts.stream().map(Text::zh).collect(Collectors.joining(zh));
        String inEnglish = texts.stream().map(Text::en).collect(Collectors.joining(en));
        return outermost ? new Text(inChinese, inEnglish) : new Text("（" + inChinese + "）", "(" + inEnglish + ")");
    }

    static Text window(@Nullable Window window) {
        return switch (window) {
            case null -> new Text("", "");
            case Last(int days) ->
                new Text("近 " + days + " 天", days == 1 ? " in the last day" : " in the last " + days + " days");
            case Between between ->
                new Text(
                        between.from() + " 至 " + between.to() + " ", " from " + between.from() + " to " + between.to());
        };
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
