package io.waterwheel.loyalty;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals of the points mall.
public enum MallProblem implements ProblemType {
    MALL_ITEM_NAME_TAKEN(
            409,
            "已有名为“{name}”的商城商品，这次没有保存；请换一个名称。",
            "There is something called \"{name}\" in the mall already and this was not stored; choose another name."),
    MALL_ITEM_NOT_READY(409, "商品还不能上架：{why}", "It cannot be put on the shelf yet: {why}"),
    MALL_ITEM_SOLD(
            409,
            "商品已有兑换，类型和券模板不能再改，这次没有保存；请下架后新建。",
            "It has been sold, so its kind and template stay, and nothing was stored; take it off the shelf and make another."),
    MALL_WISH_INCOMPLETE(422, "没有下单：{why}", "Nothing was ordered: {why}"),
    MALL_COUPON_USED(
            409,
            "没有足够的未使用券可以撤回，这次没有退回，积分也没有退；请先在券台退券。",
            "Too few of its coupons are unused, so nothing came back, no points either; return the coupons at the till first."),
    MALL_CODE_SEEN(
            422,
            "兑换码会员已经看到，不能放回库存，这次没有退回；请去掉“放回库存”再试。",
            "The member has seen the code, so it cannot go back to the stock; nothing was returned. Leave the stock as it is."),
    MALL_PIECES_RETURNED(
            409,
            "这张兑换单已退回 {returned} 件，还可退回 {left} 件，这次没有退回；请刷新后再试。",
            "{returned} of its pieces came back already and {left} can; nothing was returned. Reload and try again."),
    MALL_ORDER_STATE(
            409,
            "订单当前状态为“{state}”，不能执行该操作；请刷新后再试。",
            "The order is {state}, which does not allow this; reload and try again.");

    private final int status;
    private final Text message;

    MallProblem(int status, String zh, String en) {
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
