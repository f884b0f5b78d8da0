package io.waterwheel.loyalty;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals to a till that knows its customer.
public enum TillProblem implements ProblemType {
    MEMBER_PASS_USED(
            409,
            "这个会员码已在另一台收银机读取；请会员刷新后重新出示。",
            "Another till has read this member code; ask the member to refresh and show it again."),
    TILL_VISIT_OVER(
            409,
            "读码已超过 30 分钟，没有改动积分；请重新扫描会员码。",
            "The member code was read more than 30 minutes ago and no points were touched; scan it again."),
    TILL_VISIT_FORGED(
            422,
            "这不是本机读码得到的会员凭据，没有改动积分；请重新扫描会员码。",
            "This till was not given this visit and no points were touched; scan the member code again."),
    TILL_PAYMENT_OVER(
            409,
            "冻结已到期，积分已退回会员，没有扣减；请重新冻结。",
            "The points were kept until now only and are the member's again; nothing was taken. Keep them anew."),
    TILL_PAYMENT_STATE(
            409, "这笔积分抵扣当前状态为“{state}”，没有改动。", "This payment with points is {state} and nothing was changed."),
    TILL_PAYMENT_ELSEWHERE(403, "这笔积分抵扣是另一台收银机发起的，没有改动。", "Another till keeps these points and nothing was changed."),
    TILL_REFUND_TOO_LARGE(
            422, "退回的积分超过该笔抵扣剩余的积分，没有改动。", "More points than are left of this payment; nothing was given back.");

    private final int status;
    private final Text message;

    TillProblem(int status, String zh, String en) {
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
