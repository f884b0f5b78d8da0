package io.waterwheel.loyalty.programme;

import io.waterwheel.kernel.Text;
import java.util.Locale;

/// Everything that can be wrong at one place of a programme beyond what segments know; `{0}` stands for the
/// limit or name.
public enum ProgrammeFault {
    OUT_OF_RANGE("超出范围：{0}。", "Out of range: {0}."),
    BLANK("不能为空。", "Must not be blank."),
    TOO_LONG("不能超过 {0} 个字符。", "At most {0} characters."),
    TOO_FINE("小数最多 {0} 位。", "At most {0} digits after the point."),
    NOT_A_NAME("只能用小写字母、数字和“-”，最多 40 个字符。", "Lower-case letters, digits and \"-\" only, at most 40."),
    NOT_A_DAY("应为日期，如 2026-01-31。", "Must be a day such as 2026-01-31."),
    NO_SUCH_DAY("没有这一天。", "There is no such day."),
    TAKEN("“{0}”重复了。", "\"{0}\" is there twice."),
    REVERSED("结束日期早于开始日期。", "The last day is before the first."),
    TOO_MANY("不能超过 {0} 个。", "At most {0}."),
    SOME_VALUES("请至少填一个值。", "Give at least one value."),
    UNKNOWN_TIER("没有等级“{0}”。", "There is no tier \"{0}\"."),
    UNKNOWN_GIFT("没有这个券模板或抽奖。", "There is no such coupon template or draw."),
    UNKNOWN_SEGMENT("没有这个人群。", "There is no such segment."),
    ONCE_EACH("同一种条件只能写一次。", "Each kind of condition stands once."),
    ORDERS_ONLY("这个条件只能用于按订单的规则。", "This condition is for rules about orders."),
    NOTHING_TO_MULTIPLY("没有按金额得分的规则，倍数没有对象。", "Nothing is earned by amount that could be multiplied."),
    EVENT_OF_POINTS("积分本身的变动不能再得积分。", "What points do brings no points."),
    FIRST_IS_OPEN("最低等级的门槛必须是 0，会员入会即有。", "The lowest tier starts at 0: every member has it."),
    THRESHOLDS_RISE("门槛必须高于前一个等级。", "The threshold must be above that of the tier before."),
    FACTOR_OF_ONE("倍数为 1 没有作用。", "A factor of 1 does nothing."),
    CAPS_RISE("单日上限不能低于单笔，单月不能低于单日。", "A day's cap is no less than an order's, a month's no less than a day's."),
    PENDING_TOO_LONG("积分在可用之前就会过期。", "Points would expire before they can be spent.");

    private final Text message;

    ProgrammeFault(String zh, String en) {
        this.message = new Text(zh, en);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Text message(Object about) {
        String told = String.valueOf(about);
        return new Text(message.zh().replace("{0}", told), message.en().replace("{0}", told));
    }
}
