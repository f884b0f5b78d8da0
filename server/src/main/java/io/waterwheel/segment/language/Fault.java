package io.waterwheel.segment.language;

import io.waterwheel.kernel.Text;
import java.util.Locale;

/// Everything that can be wrong at one place of a definition; `{0}` stands for the limit or the name.
public enum Fault {
    MISSING("缺少这一项。", "This is missing."),
    WRONG_TYPE("这里应为{0}。", "This must be {0}."),
    TOLD_TWICE("这一项写了不止一次。", "This is told more than once."),
    NOT_TEXT("含有不能用作文字的字符。", "Contains characters that are no text."),
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
    NO_PROPERTY("这个统计不针对某个属性。", "This measure is not taken of a property."),
    WITHOUT_NEEDED("只有一步时，要写明之后没有发生什么。", "A single step needs what did not happen after it."),
    TOO_MANY_DIGITS("数字最多 {0} 位，小数最多 9 位。", "A number has at most {0} digits, 9 of them after the point."),
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
    STATE_NOT_FOR_CHANNEL("这个渠道没有这种状态。", "This channel does not know that state."),
    NO_GUIDES("只有企业微信的好友关系能指定导购，退订不能。", "Only friendships in WeCom have guides; consent has none."),
    CUTS_RISE("应为四个从小到大的数，且不超出范围。", "Must be four numbers in range, each above the one before."),
    CUTS_FALL("应为四个从大到小的数，且不超出范围。", "Must be four numbers in range, each below the one before."),
    TOO_MANY_FILTERS("订单条件不能超过 {0} 个。", "At most {0} filters of orders."),
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

    /// @param about what stands for `{0}`
    public Text message(String about) {
        return new Text(message.zh().replace("{0}", about), message.en().replace("{0}", about));
    }
}
