package io.waterwheel.segment.language;

import io.waterwheel.kernel.Text;
import java.util.List;
import java.util.stream.Collectors;

/// Conditions over events, in words.
final class EventsReading {

    private EventsReading() {}

    static Text of(EventsCondition asked) {
        Text window = Reading.window(asked.window());
        Text events = events(asked.events());
        boolean least = asked.operator() == Bound.AT_LEAST;
        String number = asked.value().toPlainString();
        String zh = (least ? "不少于 " : "不超过 ") + number;
        String en = (least ? "at least " : "at most ") + number;
        boolean one = number.equals("1");
        return switch (asked.measure()) {
            case COUNT ->
                new Text(
                        window.zh() + events.zh() + zh + " 次",
                        events.en() + " " + en + (one ? " time" : " times") + window.en());
            case SUM ->
                new Text(
                        window.zh() + events.zh() + "的 " + asked.property() + " 合计" + zh,
                        "sum of " + asked.property() + " of " + events.en() + " " + en + window.en());
            case AVERAGE ->
                new Text(
                        window.zh() + events.zh() + "的 " + asked.property() + " 平均" + zh,
                        "average " + asked.property() + " of " + events.en() + " " + en + window.en());
            case DISTINCT ->
                new Text(
                        window.zh() + events.zh() + "的 " + asked.property() + " 有" + zh + " 种",
                        en + " different " + asked.property() + " of " + events.en() + window.en());
            case RECENCY ->
                new Text(
                        window.zh() + "最近一次" + events.zh() + "距今" + zh + " 天",
                        "last " + events.en() + window.en() + " " + en + (one ? " day" : " days") + " ago");
            case SINCE_FIRST ->
                new Text(
                        window.zh() + "首次" + events.zh() + "距今" + zh + " 天",
                        "first " + events.en() + window.en() + " " + en + (one ? " day" : " days") + " ago");
        };
    }

    static Text of(SequenceCondition asked) {
        Text window = Reading.window(asked.window());
        List<Text> steps = asked.steps().stream().map(EventsReading::events).toList();
        int days = asked.withinDays();
        String within = days == 1 ? " within a day" : " within " + days + " days";
        Text without = asked.without() == null ? new Text("", "") : events(asked.without());
        if (steps.size() == 1) {
            Text step = steps.getFirst();
            return new Text(
                    window.zh() + step.zh() + "之后 " + days + " 天内没有" + without.zh(),
                    step.en() + window.en() + " and no " + without.en() + within + " after it");
        }
        return new Text(
                window.zh() + steps.stream().map(Text::zh).collect(Collectors.joining("，然后")) + "，" + days + " 天之内"
                        + (asked.without() == null ? "" : "，其间没有" + without.zh()),
                steps.stream().map(Text::en).collect(Collectors.joining(", then "))
                        + within
                        + (asked.without() == null ? "" : ", without " + without.en() + " in between")
                        + window.en());
    }

    static Text events(EventFilter asked) {
        String name = "“" + asked.event() + "”";
        if (asked.where().isEmpty()) {
            return new Text(name, name);
        }
        List<Text> where = asked.where().stream()
                .map(one -> AttributeReading.compared(label(one), one.operator(), one.values()))
                .toList();
        return new Text(
                name + "（" + where.stream().map(Text::zh).collect(Collectors.joining("，")) + "）",
                name + " (" + where.stream().map(Text::en).collect(Collectors.joining(", ")) + ")");
    }

    private static Text label(PropertyFilter asked) {
        return new Text(asked.property() + " ", asked.property());
    }
}
