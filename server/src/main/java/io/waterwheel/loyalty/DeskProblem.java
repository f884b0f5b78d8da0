package io.waterwheel.loyalty;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals to a guide who does not work where they say.
public enum DeskProblem implements ProblemType {
    DESK_STORE_NOT_YOURS(
            403,
            "您的账号不在门店 {store} 工作，没有核销，也没有读取会员；请改用您的门店，或请管理员在「设置 · 人员」里加上它。",
            "Your account does not work at store {store}; nothing was redeemed and no member was read. Use a store of"
                    + " yours, or ask an administrator to add this one under Settings · People."),
    DESK_NO_STORE(
            403,
            "您的账号在这个品牌还没有门店，没有核销，也没有读取会员；请管理员在「设置 · 人员」里为您选择门店。",
            "Your account has no store of this brand yet; nothing was redeemed and no member was read. Ask an"
                    + " administrator to choose your stores under Settings · People.");

    private final int status;
    private final Text message;

    DeskProblem(int status, String zh, String en) {
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
