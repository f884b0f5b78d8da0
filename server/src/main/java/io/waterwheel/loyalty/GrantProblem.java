package io.waterwheel.loyalty;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals about grants that need a second person.
public enum GrantProblem implements ProblemType {
    GRANT_NEEDS_APPROVAL(
            409,
            "超过品牌设定的每人每天上限（{limit}，今天已有 {given}），要另一位同事批准；还没有发放任何内容。请提请同事批准。",
            "This is above what one person may give on one day ({limit}, of which {given} today) and a second person has"
                    + " to approve it; nothing was given. Ask for approval."),
    GRANT_NO_APPROVER(
            409,
            "除了您没有其他管理员或运营账号，无人能批准；没有提交。请管理员添加一个账号，或调高上限。",
            "Besides you there is no administrator or operator who could approve; nothing was asked. An administrator can"
                    + " add an account, or raise the limit."),
    GRANT_OWN_APPROVAL(
            403,
            "批准或退回要由另一位同事、用自己的账号来做；没有改变任何内容。",
            "Somebody other than who asked decides, with an account of their own; nothing was changed."),
    GRANT_DECIDED(
            409,
            "这项申请已经处理过（{state}），没有改变任何内容；请刷新。",
            "This was decided already ({state}) and nothing was changed; reload."),
    GRANT_KEY_TAKEN(
            409,
            "这个编号已用于另一项申请，没有提交；请换一个编号。",
            "This key stands for another request and nothing was asked; use a key of its own.");

    private final int status;
    private final Text message;

    GrantProblem(int status, String zh, String en) {
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
