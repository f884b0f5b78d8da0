package io.waterwheel.insight;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals of the insight module.
public enum InsightProblem implements ProblemType {
    BROADCAST_NOT_STARTED(
            409,
            "这次群发还没有开始发送，所以没有结果；开始发送之后再来查看。",
            "This broadcast has not begun to send, so there is no result yet; look again once it has.");

    private final int status;
    private final Text message;

    InsightProblem(int status, String zh, String en) {
        this.status = status;
        this.message = new Text(zh, en);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text message() {
        return message;
    }
}
