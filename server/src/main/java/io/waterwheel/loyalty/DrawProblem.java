package io.waterwheel.loyalty;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals about lucky draws and benefits.
public enum DrawProblem implements ProblemType {
    DRAW_NAME_TAKEN(
            409,
            "已有名为“{name}”的抽奖，这次没有保存；请换一个名称。",
            "There is a draw called \"{name}\" already and this was not stored; choose another name."),
    BENEFIT_NAME_TAKEN(
            409,
            "已有名为“{name}”的权益，这次没有保存；请换一个名称。",
            "There is a benefit called \"{name}\" already and this was not stored; choose another name.");

    private final int status;
    private final Text message;

    DrawProblem(int status, String zh, String en) {
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
