package io.waterwheel.loyalty;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals to marketplaces whose members are bound with the brand's own, and to who connects one.
public enum MarketplaceProblem implements ProblemType {
    MARKETPLACE_SHOP_TAKEN(
            409, "店铺“{name}”已接入，没有重复接入。", "The shop {name} is connected already; nothing was connected twice."),
    MARKETPLACE_SHOP_UNKNOWN(404, "没有接入这个店铺，没有改动。", "No such shop is connected; nothing was changed."),
    MARKETPLACE_SIGNATURE_WRONG(
            401, "签名不对，没有改动；请核对店铺的密钥。", "The signature is wrong and nothing was changed; check the shop's secret."),
    MARKETPLACE_TIMESTAMP_OLD(
            401, "请求时间与服务器相差超过 10 分钟，没有改动。", "The call was made more than 10 minutes from now; nothing was changed."),
    MARKETPLACE_CALL_UNREADABLE(
            422, "请求缺少“{what}”或无法识别，没有改动。", "The call has no readable {what}; nothing was changed."),
    MARKETPLACE_MEMBER_UNKNOWN(
            404,
            "这个手机号还不是会员，没有绑定；请改为注册。",
            "Nobody with this number is a member, so nothing was bound; register instead."),
    MARKETPLACE_NOT_LINKED(404, "这个平台账号没有绑定会员，没有改动。", "This account is bound to no member; nothing was changed."),
    MARKETPLACE_ACCOUNT_BOUND(
            409,
            "这个平台账号已绑定另一位会员，没有改动；请先解绑。",
            "This account is bound to another member and nothing was changed; unbind it first."),
    MARKETPLACE_MEMBER_BOUND(
            409,
            "这位会员在本店已绑定另一个平台账号，没有改动；请先解绑。",
            "This member is bound to another account of the shop and nothing was changed; unbind that first."),
    MARKETPLACE_POINTS_ABSURD(422, "积分须为 1 到 {most} 的整数，没有记账。", "Points must be 1 to {most}; nothing was booked."),
    MARKETPLACE_RECORD_TAKEN(
            409, "这个流水号已用于另一笔积分，没有记账。", "This record stands for another booking of points; nothing was booked."),
    MARKETPLACE_RECORD_UNKNOWN(
            404, "没有要退回的那笔流水，没有记账。", "The record to be given back is not known; nothing was booked."),
    MARKETPLACE_RETURN_TOO_LARGE(
            422, "退回的积分超过该笔扣减剩余的积分，没有记账。", "More points than are left of that record; nothing was booked."),
    MARKETPLACE_NOT_READY(
            503,
            "正在为新接入的店铺整理手机号，请稍后再试。",
            "The phones of a shop just connected are being made ready; try again in a while.");

    private final int status;
    private final Text message;

    MarketplaceProblem(int status, String zh, String en) {
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
