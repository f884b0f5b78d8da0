package io.waterwheel.loyalty;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals about rewards that could not be given.
public enum RewardProblem implements ProblemType {
    REWARD_NOT_RETRYABLE(
            409,
            "这份奖励现在不能重试（{why}），没有改变任何内容；请先解决原因，或刷新后再看。",
            "It cannot be tried again now ({why}) and nothing was changed; mend the reason first, or reload.");

    private final int status;
    private final Text message;

    RewardProblem(int status, String zh, String en) {
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
