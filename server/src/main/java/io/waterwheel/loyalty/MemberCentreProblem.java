package io.waterwheel.loyalty;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals at the member centre, for members to read.
public enum MemberCentreProblem implements ProblemType {
    MEMBER_NOT_SIGNED_IN(401, "请先登录。", "Sign in first."),
    MEMBER_TERMS_NOT_AGREED(
            422, "请先阅读并同意会员条款和隐私说明。", "Read and agree to the terms of membership and the privacy notice first."),
    MEMBER_TERMS_CHANGED(
            409,
            "会员条款刚刚更新，没有登录；请重新阅读后再同意。",
            "The terms of membership have just changed and nobody was signed in; read them again and agree."),
    MEMBER_PHONE_INVALID(422, "请填写正确的手机号码。", "Enter a mobile phone number."),
    MEMBER_PHONE_SHARED(
            409,
            "这个手机号登记在多人名下，不能用来登录；请用微信登录，或联系门店更正。",
            "This phone is on record for several people and nobody was signed in; use WeChat, or ask a store to"
                    + " correct it."),
    SIGN_IN_CODE_WRONG(
            422,
            "验证码不对或已过期，没有登录；连续输错 5 次请重新获取。",
            "The code is wrong or over and nobody was signed in; after five tries ask for another."),
    SIGN_IN_TOO_OFTEN(429, "操作太频繁，请 {seconds} 秒后再试。", "Too many tries; try again in {seconds} seconds."),
    MEMBER_CODES_TOO_OFTEN(429, "输错太多次，请 {seconds} 秒后再试。", "Too many wrong codes; try again in {seconds} seconds."),
    SIGN_IN_BY_PHONE_OFF(409, "暂不支持手机号登录，请用微信登录。", "Signing in by phone is not possible here; use WeChat."),
    MEMBER_WECHAT_FAILED(
            422, "没有从微信得到您的身份，请重新登录或使用手机号。", "WeChat did not tell who you are; sign in again, or by phone."),
    MEMBER_PASS_OLD(
            422, "会员码已过时，请会员刷新后重新出示。", "This member code is out of date; ask the member to refresh and show it again."),
    MEMBER_PASS_FORGED(422, "这不是本系统发出的会员码。", "This member code was not issued by us."),
    MEMBER_MALL_REFUSED(409, "没有兑换：{why}，积分没有变化。", "Nothing was ordered: {why}. Your points are as they were."),
    MEMBER_PLAY_REFUSED(409, "{why}，没有任何变化。", "{why}; nothing was changed."),
    MEMBER_BIRTHDAY_FIXED(
            409,
            "生日只能填写一次，没有改动；如有误请联系客服。",
            "A birthday can be entered once and was not changed; ask our service if it is wrong."),
    MEMBER_BIRTHDAY_ABSURD(422, "请填写正确的生日。", "Enter a real date of birth.");

    private final int status;
    private final Text message;

    MemberCentreProblem(int status, String zh, String en) {
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
