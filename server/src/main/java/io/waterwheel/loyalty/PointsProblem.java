package io.waterwheel.loyalty;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals of the points ledger.
public enum PointsProblem implements ProblemType {
    POINTS_INSUFFICIENT(409, "可用积分只有 {available}，没有扣减。", "Only {available} points are available; nothing was taken."),
    POINTS_KEY_TAKEN(
            409,
            "这个编号已用于另一笔积分，没有记账；请换一个编号。",
            "This key stands for another booking of points and nothing was booked; use a key of its own."),
    POINTS_AMOUNT_ABSURD(
            422,
            "积分数须大于 0，且一位会员不能超过 {most}，没有记账。",
            "Points must be more than 0, and a member cannot have more than {most}; nothing was booked."),
    POINTS_TIME_ABSURD(422, "过期时间须晚于现在，没有记账。", "Points must expire later than now; nothing was booked."),
    POINTS_ABOVE_LIMIT(
            403,
            "一次补发超过 {limit} 积分须由管理员操作，没有记账。",
            "Granting more than {limit} points at once is for an administrator; nothing was booked."),
    POINTS_SEARCH_TOO_WIDE(
            422,
            "没有订单号、记账编号或会员时，须给出起止日期，最多 {days} 天。",
            "Without an order, a key or a member, say from which day until which; at most {days} days.");

    private final int status;
    private final Text message;

    PointsProblem(int status, String zh, String en) {
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
