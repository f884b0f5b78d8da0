package io.waterwheel.wechat;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// What WeChat refused, with the setting that mends it.
public enum WechatProblem implements ProblemType {
    WECHAT_NOT_CONFIGURED(
            409,
            "还没有接入{app}，没有发送任何内容；请在设置里填写 AppID 和密钥。",
            "No {app} is connected and nothing was sent; enter its AppID and secret in the settings."),
    WECHAT_CREDENTIAL(
            409,
            "微信拒绝登录（{errcode} {errmsg}），已暂停；请核对 AppID 和 AppSecret 后点击继续。",
            "WeChat refuses the login ({errcode} {errmsg}) and sending is paused; check AppID and AppSecret, then"
                    + " resume."),
    WECHAT_IP_NOT_ALLOWED(
            409,
            "本服务器的 IP 不在微信的白名单里（{errcode}），已暂停；请在公众平台的“IP 白名单”里加上它。",
            "This server's address is not on WeChat's list ({errcode}) and sending is paused; add it there."),
    WECHAT_API_FORBIDDEN(
            409,
            "这个账号没有该接口的权限（{errcode} {errmsg}），已暂停；请核对账号类型和认证。",
            "This account may not use the interface ({errcode} {errmsg}) and sending is paused; check its type and"
                    + " verification."),
    WECHAT_TEMPLATE_UNKNOWN(
            409,
            "微信里没有这个模板 ID（{errcode}），已暂停；请从公众平台后台复制模板 ID 到模板里。",
            "WeChat knows no such template id ({errcode}) and sending is paused; copy it from the platform's console."),
    WECHAT_BUSY(
            503,
            "微信限制了调用（{errcode} {errmsg}）。未发送的消息保留，稍后自动继续。",
            "WeChat limits our calls ({errcode} {errmsg}). Unsent messages are kept and go on by themselves."),
    WECHAT_UNREACHABLE(
            503,
            "连不上微信：{reason}。未发送的消息保留，稍后自动重试。",
            "WeChat cannot be reached: {reason}. Unsent messages are kept and tried again."),
    WECHAT_REFUSED(
            409,
            "微信返回错误 {errcode} {errmsg}，已暂停；请按错误码处理后点击继续。",
            "WeChat answers {errcode} {errmsg} and sending is paused; mend it, then resume."),
    WECHAT_CALLBACK_REFUSED(
            401,
            "微信推送的签名不对或无法解密，没有采用；请核对 Token 和 EncodingAESKey。",
            "The push is not signed rightly or cannot be decrypted and was not taken; check Token and EncodingAESKey.");

    private final int status;
    private final Text message;

    WechatProblem(int status, String zh, String en) {
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
