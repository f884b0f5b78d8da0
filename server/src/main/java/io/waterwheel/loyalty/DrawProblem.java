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
            "There is a benefit called \"{name}\" already and this was not stored; choose another name."),
    DRAW_BEGUN(
            409,
            "抽奖已经开始，标出的内容不能这样改，这次没有保存；可停用后新建一个抽奖。",
            "The draw has begun and the places named may not change so; nothing was stored. Stop it and make another."),
    BENEFIT_BEGUN(
            409,
            "权益已经开始发放，标出的内容不能再改，这次没有保存；可停用后新建一项权益。",
            "The benefit has begun and the places named may not change; nothing was stored. Stop it and make another."),
    BENEFIT_OF_PROGRAMME(
            409,
            "这项权益属于会员体系，这次没有改动；请在会员体系里修改并发布。",
            "This benefit is the programme's and was left as it is; change it there and publish.");

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
