package io.waterwheel.journey.language;

import io.waterwheel.kernel.Text;
import java.util.Locale;

/// Everything that can be wrong at one place of a journey beyond what segments know; `{0}` stands for the limit
/// or name.
public enum JourneyFault {
    OUT_OF_RANGE("超出范围：{0}。", "Out of range: {0}."),
    BLANK("不能为空。", "Must not be blank."),
    UNFINISHED("条件还没有填完；已填的保留着。", "The condition is not complete yet; what was written is kept."),
    TOO_LONG("不能超过 {0} 个字符。", "At most {0} characters."),
    NOT_A_TIME("应为时间，如 09:30。", "Must be a time such as 09:30."),
    NOT_A_NAME("只能用字母、数字、“-”和“_”，最多 40 个字符。", "Letters, digits, \"-\" and \"_\" only, at most 40."),
    TAKEN("“{0}”重复了。", "\"{0}\" is there twice."),
    NO_VALUE("去掉标签不需要值。", "Taking a tag off takes no value."),
    NO_DAY("这个属性不是日期。", "This attribute is not a day."),
    WEEKDAYS_OF_WEEK("每周触发要选星期几，其他频率不选。", "Weekdays are for every week, and needed there."),
    DAY_OF_MONTH("每月触发要填几号，其他频率不填。", "A day of the month is for every month, and needed there."),
    DAYS_OF_RULE("“若干天后”要填天数，其他规则不填。", "Days are for \"after days\", and needed there."),
    KEY_NEEDED("每次都可进入时，要写明按事件的哪个属性区分。", "Coming in always needs a key that tells events apart."),
    KEY_OF_EVENT("只有事件触发才能按属性区分。", "Only events have properties to tell apart."),
    UNKNOWN_TEMPLATE("没有这个模板。", "There is no such template."),
    UNKNOWN_COUPON("没有这个券模板，或它没有启用。", "There is no such coupon template, or it is not active."),
    UNKNOWN_TAG("没有这个标签，或它已被删除。", "There is no such tag, or it was deleted."),
    WRONG_TAG_VALUE("这个标签不能带这个值。", "This tag cannot carry this value."),
    UNKNOWN_SEGMENT("没有这个人群。", "There is no such segment."),
    UNKNOWN_JOURNEY("没有这个旅程，或它没有在运行。", "There is no such journey, or it is not running."),
    ITSELF("旅程不能进入它自己。", "A journey cannot let people into itself."),
    NO_NODES("旅程里还没有节点。", "There are no nodes yet."),
    TOO_MANY_NODES("节点不能超过 {0} 个。", "At most {0} nodes."),
    UNKNOWN_NODE("没有节点“{0}”。", "There is no node \"{0}\"."),
    OPEN_EXIT("出口“{0}”没有接到下一个节点。", "The exit \"{0}\" leads nowhere."),
    UNKNOWN_EXIT("这个节点没有出口“{0}”。", "This node has no exit \"{0}\"."),
    UNREACHABLE("没有路走到这个节点。", "No way leads to this node."),
    NO_END("从这个节点走不到结束。", "No way leads from this node to an end."),
    ENDLESS("这里会不停地循环：请在循环里加一个等待。", "This loops without end: put a wait into the loop."),
    HOLDOUT_WITHOUT_GOAL("有对照组就要有目标，否则无从比较。", "A holdout needs a goal, or there is nothing to compare."),
    SECOND_HOLDOUT("一个旅程只能有一个对照组。", "A journey has one holdout at most."),
    GOAL_STARTS_IT("目标不能就是触发旅程的事件，否则人人一进来就达成。", "The goal must not be the event that lets people in."),
    TOO_MANY_RULES("退出规则不能超过 {0} 条。", "At most {0} exit rules."),
    EXIT_STARTS_IT("退出规则不能就是触发旅程的事件。", "An exit rule must not be the event that lets people in.");

    private final Text message;

    JourneyFault(String zh, String en) {
        this.message = new Text(zh, en);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @param about what stands for `{0}`
    public Text message(Object about) {
        String text = String.valueOf(about);
        return new Text(message.zh().replace("{0}", text), message.en().replace("{0}", text));
    }
}
