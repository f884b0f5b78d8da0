package io.waterwheel.loyalty.coupon.issue;

import io.waterwheel.kernel.Text;
import io.waterwheel.loyalty.CouponGranted.Reason;

/// Why there is no coupon, in words.
public final class ReasonWords {

    private ReasonWords() {}

    public static Text of(Reason reason) {
        return switch (reason) {
            case NOT_ACTIVE -> new Text("模板没有启用", "the template is not active");
            case SOLD_OUT -> new Text("已发完", "all are taken");
            case BUDGET_USED_UP -> new Text("预算已用完", "the budget is used up");
            case LIMIT_REACHED -> new Text("已达到每人限领数量", "the customer has as many as one may have");
            case OVER -> new Text("活动已结束", "it is over");
            case KEY_TAKEN -> new Text("该键已用于另一张券", "the key stands for another coupon");
        };
    }
}
