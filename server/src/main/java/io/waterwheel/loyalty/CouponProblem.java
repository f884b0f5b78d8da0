package io.waterwheel.loyalty;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals about coupons.
public enum CouponProblem implements ProblemType {
    COUPON_TEMPLATE_NAME_TAKEN(
            409,
            "已有名为“{name}”的优惠券模板，这次没有保存；请换一个名称。",
            "There is a coupon template called \"{name}\" already and this one was not stored; choose another name."),
    COUPON_TEMPLATE_STATE(
            409,
            "优惠券模板当前状态为“{state}”，不能执行该操作；请刷新后再试。",
            "The coupon template is {state}, which does not allow this; reload and try again."),
    COUPON_TERMS_FIXED(
            409,
            "模板启用后券面规则不能再改，这次没有保存；请停用后新建模板。",
            "Terms cannot be changed once the template was active and nothing was stored; stop it and make another."),
    COUPON_NOT_ISSUED(409, "没有发券：{why}", "No coupon was issued: {why}"),
    COUPON_CODE_MISTYPED(422, "券码输入有误，请核对后重新输入。", "The code was mistyped; compare it and type it again."),
    COUPON_CODE_FORGED(
            422,
            "这不是本系统发出的券码，没有核销；请勿收券。",
            "This code was not issued by us and nothing was redeemed; do not accept it."),
    COUPON_CODE_OLD(
            422, "二维码已过时，请顾客刷新后重新出示。", "This QR code is out of date; ask the customer to refresh and show it again."),
    COUPON_NOT_YET(409, "券还不能使用，{from} 起有效。", "The coupon cannot be used yet; it begins at {from}."),
    COUPON_EXPIRED(409, "券已于 {until} 过期，没有核销。", "The coupon expired at {until} and was not redeemed."),
    COUPON_NOT_NOW(409, "券在今天或这个时段不能使用。", "The coupon cannot be used on this day or at this hour."),
    COUPON_WRONG_STORE(409, "券不能在本门店使用，没有核销。", "The coupon is not for this store and was not redeemed."),
    COUPON_WRONG_CHANNEL(409, "券不能在该渠道使用，没有核销。", "The coupon is not for this channel and was not redeemed."),
    COUPON_BELOW_THRESHOLD(
            409,
            "没有达到使用门槛：还差 {missing} 元、{pieces} 件。",
            "Below the threshold: {missing} and {pieces} pieces are missing."),
    COUPON_NOTHING_ELIGIBLE(409, "购物车里没有可用这张券的商品。", "Nothing in the basket is what the coupon is for."),
    COUPON_NOT_STACKABLE(
            409, "这些券不能一起用于同一订单，没有核销。", "These coupons cannot be used in one order and nothing was redeemed."),
    COUPON_REDEEMED(
            409,
            "券已于 {at} 在 {store} 核销（订单 {order}），不能再次使用。",
            "The coupon was redeemed at {at} in {store} (order {order}) and cannot be used again."),
    COUPON_LOCKED(
            409,
            "券正被订单 {order} 占用，{until} 后自动释放。",
            "The coupon is held by order {order} and is free again at {until}."),
    COUPON_OFFERED(409, "券正在转赠中，收回后才能使用。", "The coupon is offered to somebody else; take it back to use it."),
    COUPON_WITHDRAWN(409, "券已被撤回，不能使用。", "The coupon was withdrawn and cannot be used."),
    COUPON_RETURNED(409, "券已随退款失效，不能使用。", "The coupon ended with a refund and cannot be used."),
    COUPON_NOT_LOCKED(409, "券没有被该订单占用，没有改动。", "The coupon is not held by this order and nothing was changed."),
    COUPON_NOT_REDEEMED(409, "该订单没有核销过券，没有改动。", "No coupon was redeemed for this order and nothing was changed."),
    COUPON_REFUND_TOO_LARGE(
            422, "退货数量超过订单剩余数量，没有改动。", "More comes back than is left of the order and nothing was changed."),
    COUPON_NOT_TRANSFERABLE(409, "这张券不能转赠：{why}", "This coupon cannot be handed on: {why}"),
    COUPON_GIFT_OVER(
            409,
            "这次转赠已收回或已过期，没有领取；请对方重新转赠。",
            "This offer was taken back or is over, and nothing was taken; ask for another."),
    COUPON_GIFT_OWN(
            409, "这是您自己转赠的券，不能自己领取；可以在卡包里收回。", "You offered this coupon yourself; take it back among your coupons."),
    COUPON_GIFT_LIMIT(
            409,
            "这种券每人最多 {most} 张，您已达上限，没有领取。",
            "Everybody has at most {most} of these coupons, and you have; nothing was taken."),
    COUPON_CLAIMED(409, "这张券已经被领取。", "This coupon has been claimed already."),
    COUPON_KEY_TAKEN(
            409,
            "该幂等键已用于另一个请求，没有改动；请换新的键。",
            "This idempotency key stands for another request and nothing was changed; use a new key."),
    COUPON_KEY_MISSING(
            400,
            "请求须带 Idempotency-Key 请求头（1 到 100 个字符）。",
            "The request needs an Idempotency-Key header of 1 to 100 characters."),
    PUBLIC_CODE_TAKEN(409, "口令“{code}”已被使用，请换一个。", "The code \"{code}\" is in use; choose another."),
    PUBLIC_CODE_USED_UP(409, "口令已被领完。", "All coupons of this code are taken."),
    TILL_KEY_UNKNOWN(401, "收银接口密钥无效或已停用。", "The till's key is not valid or was revoked."),
    TILL_KEY_SCOPE(403, "该密钥没有“{scope}”权限。", "This key does not allow {scope}."),
    TILL_KEY_STORE(403, "该密钥只能用于门店 {store}。", "This key is for store {store} only."),
    TILL_KEY_NAME_TAKEN(
            409, "已有名为“{name}”的密钥，请换一个名称。", "There is a key called \"{name}\" already; choose another name.");

    private final int status;
    private final Text message;

    CouponProblem(int status, String zh, String en) {
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
