package io.waterwheel.loyalty;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals about tasks and growth programmes.
public enum TaskProblem implements ProblemType {
    TASK_NAME_TAKEN(
            409,
            "已有名为“{name}”的任务或成长计划，这次没有保存；请换一个名称。",
            "There is a task or growth programme called \"{name}\" already and this was not stored; choose another name."),
    TASK_BEGUN(
            409,
            "任务已经开始，标出的内容不能再改，这次没有保存；可停用后新建一个任务。",
            "The task has begun and the places named may not change; nothing was stored. Stop it and make another.");

    private final int status;
    private final Text message;

    TaskProblem(int status, String zh, String en) {
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
