package io.waterwheel.intake.collect;

import io.waterwheel.kernel.Text;
import java.util.Locale;

/// Why an event could not be taken. Standing with the event in quarantine, and told to the sender.
public enum RefusalReason {
    JSON_MALFORMED("不是正确的 JSON。", "It is not well-formed JSON."),
    NOT_AN_OBJECT(
            "事件、properties、traits 和 context 必须是 JSON 对象。",
            "The event, its properties, traits and context must be JSON objects."),
    TOO_LARGE("单条事件超过 32 KB。", "One event is larger than 32 KB."),
    TYPE_UNSUPPORTED(
            "type 必须是 identify、track、page、screen、group 或 alias。",
            "The type must be identify, track, page, screen, group or alias."),
    NAME_MISSING("track 缺少 event（事件名）。", "A track call needs an event name."),
    NAME_RESERVED(
            "这个事件名只能由系统自己记录（消息、链接点击、好友关系）。",
            "Only this system itself records events of this name (messages, clicked links, friendships)."),
    SERVER_SIDE_ONLY(
            "订单、入会、推荐关系只能由服务端来源上报：网页和 App 里的写入密钥谁都能看到。",
            "Orders, joining and referrals are taken from server-side sources only: anybody can read a key that is in a"
                    + " page or an app."),
    ID_MISSING("缺少有效的 userId 或 anonymousId。", "It needs a usable userId or anonymousId."),
    ID_TOO_LONG(
            "messageId、userId、anonymousId、previousId、groupId、channel 和事件名最长 512 个字符。",
            "Message, user, anonymous, previous and group id, channel and event name may have 512 characters."),
    GROUP_ID_MISSING("group 缺少 groupId。", "A group call needs a groupId."),
    PREVIOUS_ID_MISSING("alias 缺少有效的 previousId。", "An alias call needs a usable previousId."),
    TIME_UNREADABLE("timestamp 不是 ISO-8601 时间。", "The timestamp is not an ISO-8601 time."),
    TIME_IN_FUTURE("时间比现在晚 24 小时以上。", "It lies more than 24 hours in the future."),
    TIME_TOO_EARLY("时间早于 1970 年。", "It lies before 1970."),
    TEXT_UNSTORABLE(
            "含有无法保存的字符（\\u0000 或不成对的代理字符）。",
            "It holds characters that cannot be stored (\\u0000 or half a surrogate pair)."),
    NUMBER_UNSTORABLE("含有大得或小得无法保存的数字。", "It holds a number too large or too small to be stored."),
    ORDER_UNREADABLE(
            "订单内容无法读取：total、price、quantity 必须是数字，products 必须是数组。",
            "The order cannot be read: total, price and quantity must be numbers, products an array."),
    ORDER_ID_MISSING("订单缺少 order_id，或长于 200 个字符。", "The order needs an order_id of at most 200 characters."),
    PRICE_NEGATIVE("订单的 total 或某行 price 为负。", "The order's total or a line's price is negative."),
    QUANTITY_NOT_POSITIVE("订单某行的 quantity 不大于零。", "A line's quantity is not above zero."),
    CURRENCY_DIFFERS("订单的 currency 不是本品牌的币种。", "The order's currency is not the brand's."),
    AMOUNT_TOO_LARGE("订单金额大得无法记账。", "The order's amount is too large to be booked."),
    VALUE_UNSTORABLE("数据库无法保存其中的某个值。", "The database cannot store one of its values."),
    FIELD_MISSING("平台消息缺少必需的内容。", "The platform's message lacks something it must have.");

    private final Text message;

    RefusalReason(String zh, String en) {
        this.message = new Text(zh, en);
    }

    /// @throws IllegalArgumentException when there is no such reason
    public static RefusalReason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Text message() {
        return message;
    }
}
