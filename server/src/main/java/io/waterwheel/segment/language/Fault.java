package io.waterwheel.segment.language;

import io.waterwheel.kernel.Text;
import java.util.Locale;

/// Everything that can be wrong at one place of a definition; `{0}` stands for the limit or the name.
public enum Fault {
    MISSING("缺少这一项。", "This is missing."),
    WRONG_TYPE("这里应为{0}。", "This must be {0}."),
    UNKNOWN_FIELD("没有这个字段。", "There is no such field."),
    UNKNOWN_CHOICE("只能是：{0}。", "Must be one of: {0}."),
    UNKNOWN_ATTRIBUTE("没有这个属性。", "There is no such attribute."),
    NO_ANNIVERSARY("周年只能用生日或入会日期。", "Only birthday and memberSince have anniversaries."),
    UNKNOWN_TAG("没有这个标签，或它已被删除。", "There is no such tag, or it was deleted."),
    UNKNOWN_SEGMENT("没有这个人群。", "There is no such segment."),
    UNKNOWN_LIST("没有这个名单。", "There is no such list."),
    LIST_NOT_READY("这个名单还没有做好。", "This list is not ready yet."),
    CYCLE("这样人群会包含它自己：{0}。", "That way the segment would contain itself: {0}."),
    OPERATOR_NOT_FOR_TYPE("这个属性不能用“{0}”比较。", "This attribute cannot be compared with \"{0}\"."),
    NO_VALUES("这个比较不需要值。", "This comparison takes no values."),
    ONE_VALUE("这个比较只要一个值。", "This comparison takes exactly one value."),
    SOME_VALUES("请至少填一个值。", "Give at least one value."),
    BLANK("值不能为空。", "The value must not be blank."),
    TOO_LONG("不能超过 {0} 个字符。", "At most {0} characters."),
    NOT_A_NUMBER_OR_DAY("应为数字或日期（2025-01-31）。", "Must be a number or a day such as 2025-01-31."),
    NOT_A_DAY("应为日期，如 2025-01-31。", "Must be a day such as 2025-01-31."),
    NOT_A_BOOLEAN("应为 true 或 false。", "Must be true or false."),
    EMPTY_CHOICE("“任一满足”里至少要有一个条件。", "A choice needs at least one condition."),
    OUT_OF_RANGE("超出范围：{0}。", "Out of range: {0}."),
    REVERSED("结束日期早于开始日期。", "The last day is before the first."),
    WINDOW_TOO_LONG("时间段最长 {0} 天。", "A window has at most {0} days."),
    TOO_DEEP("条件嵌套不能超过 {0} 层。", "Conditions nest at most {0} deep."),
    TOO_MANY_CONDITIONS("条件不能超过 {0} 个。", "At most {0} conditions."),
    TOO_MANY_VALUES("值总共不能超过 {0} 个。", "At most {0} values in all.");

    private final Text message;

    Fault(String zh, String en) {
        this.message = new Text(zh, en);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Text message(String about) {
        return new Text(message.zh().replace("{0}", about), message.en().replace("{0}", about));
    }
}
