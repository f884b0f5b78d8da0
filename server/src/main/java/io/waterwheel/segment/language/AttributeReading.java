package io.waterwheel.segment.language;

import io.waterwheel.kernel.Text;
import java.util.List;

/// One comparison of an attribute, in words.
final class AttributeReading {

    private AttributeReading() {}

    static Text of(AttributeCondition asked) {
        Attribute attribute = asked.subject();
        Text label = attribute.label();
        return switch (attribute.type()) {
            case BOOLEAN -> yesOrNo(label, asked);
            case DATE -> {
                boolean several = asked.values().size() > 1;
                Text days = plain(asked.values());
                yield said(label, asked.operator(), several, "早于", "晚于", "before", "after", days);
            }
            case TEXT, NUMBER -> compared(label, asked.operator(), asked.values());
        };
    }

    /// A comparison of texts or numbers.
    static Text compared(Text label, Operator operator, List<String> values) {
        Text told = Reading.values(values);
        return said(label, operator, values.size() > 1, "小于", "大于", "less than", "more than", told);
    }

    private static Text said(
            Text label,
            Operator operator,
            boolean several,
            String less,
            String more,
            String lessEn,
            String moreEn,
            Text value) {
        String zh = label.zh();
        String en = label.en();
        return switch (operator) {
            case IS -> new Text(zh + "是" + value.zh(), en + " is " + value.en());
            case IS_NOT -> new Text(zh + "不是" + value.zh(), en + " is not " + value.en());
            case IN ->
                new Text(
                        zh + "是" + value.zh() + (several ? "之一" : ""),
                        en + " is " + (several ? "one of " : "") + value.en());
            case NOT_IN ->
                new Text(
                        zh + "不是" + value.zh() + (several ? "中的任何一个" : ""),
                        en + " is " + (several ? "none of " : "not ") + value.en());
            case CONTAINS ->
                new Text(
                        zh + "包含" + value.zh() + (several ? "之一" : ""),
                        en + " contains " + (several ? "one of " : "") + value.en());
            case CONTAINS_NONE ->
                new Text(
                        zh + "不包含" + value.zh() + (several ? "中的任何一个" : ""),
                        en + (several ? " contains none of " : " does not contain ") + value.en());
            case HAS_ALL -> new Text(zh + "同时有" + value.zh(), en + (several ? " has all of " : " has ") + value.en());
            case AT_LEAST -> new Text(zh + "不" + less + value.zh(), en + " is not " + lessEn + " " + value.en());
            case AT_MOST -> new Text(zh + "不" + more + value.zh(), en + " is not " + moreEn + " " + value.en());
            case EXISTS -> new Text("有" + zh, en + " is known");
            case NOT_EXISTS -> new Text("没有" + zh, en + " is not known");
        };
    }

    private static Text plain(List<String> days) {
        return new Text(" " + String.join("、", days), String.join(", ", days));
    }

    private static Text yesOrNo(Text label, AttributeCondition asked) {
        boolean yes = asked.values().getFirst().equals("true")
                == (asked.operator() == Operator.IS || asked.operator() == Operator.IN);
        return yes ? label : new Text("非“" + label.zh() + "”", "not " + label.en());
    }
}
