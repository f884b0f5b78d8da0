package io.waterwheel.touch.policy;

import io.waterwheel.kernel.Text;
import java.util.HashMap;
import java.util.Map;

/// Why somebody was not written to, in words.
public final class Reasons {

    private static final Map<String, Text> WORDS = new HashMap<>();

    static {
        put("not-reachable", "在该渠道没有可用触点", "no usable touchpoint on the channel");
        put("no-consent", "没有同意接收，或已撤回同意", "did not agree to it, or took the consent back");
        put("suppression-list", "在禁发名单中", "is on a list of customers who may not be written to");
        put("control-group", "属于全局对照组，不接收营销", "is in the global control group, which gets no marketing");
        put("quiet-preference", "本人要求免打扰", "asked for quiet");
        put("quiet-hours", "免打扰时段，结束后自动发送", "it is quiet hours there; sent when they end");
        put("frequency-cap", "近期收到的消息已达上限", "has had as many messages as the policy allows");
        put("platform-quota", "本月已达平台对每位客户的上限", "has had as many messages this month as the platform allows");
        put("no-sender", "没有人能作为发送人", "nobody could stand as the sender");
        put("sender-quota", "这位导购今天的发送任务已达平台上限", "the guide has had as many tasks today as the platform allows");
        put("template-unresolved", "模板变量没有值", "a variable of the template has no value");
        put("template-missing", "模板已删除或换了渠道", "the template was deleted or is of another channel now");
        put("template-invalid", "模板不再符合规则", "the template does not keep the rules any more");
        put("text-too-long", "文字超过渠道上限", "the text is longer than the channel takes");
        put("refused-for-now", "渠道暂时拒收，稍后重试", "the channel refused it for now; tried again later");
        put("connection-lost", "连接中断，结果不明，不会重发", "the connection was lost; it may have arrived and is not sent again");
        put("interrupted", "发送时中断，结果不明，不会重发", "sending was interrupted; it may have arrived and is not sent again");
        put("merged", "与另一位收件人是同一人，只发一次", "turned out to be the same person as another recipient");
        put("cancelled", "群发已取消", "the broadcast was cancelled");
        put("recalled", "任务已撤回", "the task was taken back");
        put("refused", "渠道拒收", "the channel refused it");
        put("not-a-friend", "已不是导购的好友", "is no friend of the guide any more");
        put("limit-reached", "企业微信当月额度已用完", "WeCom's limit of the month is reached");
        put("sensitive-word", "文字里有品牌不许用的词", "the text has a word that the brand does not allow itself");
        put("bounced", "邮箱或号码不存在", "the mailbox or number does not exist");
        put("bad-number", "号码不是手机号", "the number is not a mobile one");
        put("not-written", "导购没有在期限内发送", "the guide did not send it in time");
        put("declined", "导购认为不合适，没有发送", "the guide thought it did not fit and did not send it");
        put("not-called", "到期没有人打电话", "nobody called in time");
        put("not-reached", "电话没有打通", "did not answer the phone");
        put("window-closed", "48 小时内没有互动", "did nothing within 48 hours");
        put("not-a-follower", "没有关注或已取消关注", "does not follow, or no longer");
        put("no-subscription", "没有订阅或次数已用完", "has not subscribed, or used it up");
        put("bad-address", "地址有误", "the address is wrong");
        put("unwritable", "邮件无法生成", "the mail could not be written");
        put("holdout", "留作这次群发的对照", "was left alone to measure the broadcast against");
        put("withdrawn", "已被发起方撤回", "was taken back by whoever asked for it");
        put("expired", "过了有效时间仍未能发出", "could not be sent before it was no use any more");
    }

    private Reasons() {}

    private static void put(String code, String zh, String en) {
        WORDS.put(code, new Text(zh, en));
    }

    /// @param code a channel's own codes are told as they are
    public static Text of(String code) {
        return WORDS.getOrDefault(code, new Text("渠道返回 " + code, "the channel answered " + code));
    }
}
