package io.waterwheel.journey;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals of the journey module.
public enum JourneyProblem implements ProblemType {
    JOURNEY_INVALID(
            422,
            "旅程还不能发布，请按标出的位置修改；草稿已保留，正在进行的旅程没有变化。",
            "The journey cannot be published yet; see the places marked. The draft is kept and nobody inside is touched."),
    JOURNEY_NAME_TAKEN(
            409,
            "已有名为“{name}”的旅程，这次没有保存；请换一个名称。",
            "There is a journey called \"{name}\" already and this one was not stored; choose another name."),
    JOURNEY_STATE(
            409,
            "旅程当前状态为“{state}”，不能执行该操作；请刷新后再试。",
            "The journey is {state}, which does not allow this; reload and try again."),
    JOURNEY_NOT_RUNNING(
            409,
            "旅程“{name}”没有在运行，没有人被送入；请先发布或继续。",
            "The journey \"{name}\" is not running and nobody was let in; publish or resume it first."),
    RUN_NOT_ASIDE(
            409, "这次运行已经不在待处理里，没有执行任何操作；请刷新。", "This run is not put aside any more and nothing was done; reload."),
    GUIDE_TASK_CLOSED(
            409, "这个任务已经结束（{state}），没有重复记录。", "This task is closed already ({state}) and nothing was noted again.");

    private final int status;
    private final Text message;

    JourneyProblem(int status, String zh, String en) {
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
