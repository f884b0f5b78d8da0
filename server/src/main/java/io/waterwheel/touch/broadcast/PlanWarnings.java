package io.waterwheel.touch.broadcast;

import io.waterwheel.touch.ChannelPromise;
import io.waterwheel.touch.Tracing;
import io.waterwheel.touch.template.MessageTemplate;
import java.util.ArrayList;
import java.util.List;

/// What an operator should know before starting, in the operator's words.
final class PlanWarnings {

    /// A guide who finds more tasks than this in one morning confirms none of them.
    private static final int MANY_TASKS = 5;

    /// Below this a difference can hardly ever be shown.
    private static final int SMALL_ARM = 30;

    private PlanWarnings() {}

    static List<String> of(
            ChannelPromise promise, MessageTemplate text, BroadcastRow broadcast, Planned planned, CallCount count) {
        List<String> warnings = new ArrayList<>();
        if (planned.treated().isEmpty()) {
            warnings.add("没有可以发送的人，请查看排除原因。");
            return warnings;
        }
        if (promise.perSender()) {
            warnings.add("需要 " + count.senders() + " 位导购在企业微信中确认后，消息才会送达。");
            if (count.calls() > (long) MANY_TASKS * Math.max(1, count.senders())) {
                warnings.add("模板变量使每位顾客的文字不同，共需 " + count.calls() + " 个群发任务，平均每位导购 "
                        + Math.round((double) count.calls() / Math.max(1, count.senders()))
                        + " 个待确认；建议去掉按顾客变化的变量。");
            }
        }
        if (promise.tracing() == Tracing.BY_LINK && !text.hasLink()) {
            warnings.add("模板没有链接：无法统计点击；发送中断时也无法核对，相关收件人会标为“未知”而不会重发。");
        }
        if (broadcast.holdoutPercent() == 0) {
            warnings.add("没有留出对照组，将无法衡量这次群发带来的增量。");
        } else if (planned.holdout().getCardinality() < SMALL_ARM) {
            warnings.add("对照组只有 " + planned.holdout().getCardinality() + " 人，差异很可能无法显示。");
        }
        return warnings;
    }
}
