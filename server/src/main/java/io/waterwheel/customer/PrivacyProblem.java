package io.waterwheel.customer;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals around what a person may ask of us: to have their data, and to have it forgotten.
public enum PrivacyProblem implements ProblemType {
    COPY_NOT_READY(
            409, "个人信息副本还没有生成完，请稍后再下载。", "The copy of the personal data is not ready yet; download it a little later."),
    COPY_EXPIRED(
            410,
            "个人信息副本已过期并删除；需要时请重新生成。",
            "The copy of the personal data has expired and was removed; make a new one if it is needed."),
    ERASURE_EXISTS(
            409,
            "这位客户的删除已经登记过，没有重复登记；请查看原来的记录。",
            "Erasing this customer was requested already and was not requested twice; see that request."),
    ERASURE_STATE(
            409,
            "删除申请当前状态为“{state}”，不能执行该操作；请刷新后再试。",
            "The request to erase is {state}, which does not allow this; reload and try again."),
    ERASURE_FOUR_EYES(
            403,
            "删除需要另一位管理员复核，本人不能批准自己的申请；什么都没有删除。",
            "An erasure needs a second administrator; you cannot approve your own request. Nothing was erased.");

    private final int status;
    private final Text message;

    PrivacyProblem(int status, String zh, String en) {
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
