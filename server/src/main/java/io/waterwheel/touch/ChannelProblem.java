package io.waterwheel.touch;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals of single channels, each with what to do about it.
public enum ChannelProblem implements ProblemType {
    CHANNEL_SILENT(
            503,
            "渠道没有回答（{reason}），结果不明；会用同一个编号再试，不会重复送达。",
            "The channel gave no answer ({reason}); the call is made again under the same key and is carried once."),
    SMS_NOT_CONFIGURED(
            409,
            "还没有设置短信通道，没有发送任何内容；请在设置里选择通道并填写签名。",
            "No SMS provider is set up and nothing was sent; choose one and enter the signature in the settings."),
    SMS_UNREACHABLE(
            503,
            "短信网关 {host} 无法连接：{reason}。未发送的短信保留，稍后自动重试。",
            "SMS gateway {host} cannot be reached: {reason}. Unsent messages are kept and tried again."),
    SMS_BUSY(
            503,
            "短信网关 {host} 要求稍后再发。未发送的短信保留，到时自动继续。",
            "SMS gateway {host} asks to wait. Unsent messages are kept and go on by themselves."),
    SMS_CREDENTIAL_REFUSED(
            409,
            "短信网关 {host} 拒绝了密钥或签名，已暂停；请在设置里核对密钥标识和密钥后点击继续。",
            "SMS gateway {host} refuses the key or its signature and sending is paused; check both, then resume."),
    SMS_NO_BALANCE(
            409,
            "短信网关 {host} 余额不足，已暂停；请充值后点击继续。",
            "The account at SMS gateway {host} is empty and sending is paused; top it up, then resume."),
    SMS_REFUSED(
            409,
            "短信网关 {host} 拒绝发送（{code}），已暂停；请核对网关地址、短信签名和报备后点击继续。",
            "SMS gateway {host} refuses to send ({code}) and sending is paused; check the address and whether the"
                    + " signature is registered, then resume."),
    SMS_CODE_NOT_SENT(
            503, "验证码短信没有发出，请稍后再试或换其他方式登录。", "The code was not sent; try again later, or sign in another way."),
    SMS_CALLBACK_REFUSED(
            401,
            "短信回执的签名不对，没有采用；请核对网关使用的密钥和时钟。",
            "The callback's signature is wrong and it was not taken; check the key and the clock of the gateway."),
    WEBHOOK_NOT_CONFIGURED(
            409,
            "还没有设置自有系统的推送地址，没有发送任何内容；请在设置里填写地址和密钥。",
            "The brand's own system is not set up and nothing was sent; enter its address and secret."),
    WEBHOOK_UNREACHABLE(
            503,
            "自有系统 {host} 暂时收不了：{reason}。未发送的消息保留，稍后自动重试。",
            "The brand's system {host} takes nothing right now: {reason}. Unsent messages are kept and tried again."),
    WEBHOOK_CREDENTIAL_REFUSED(
            409,
            "自有系统 {host} 不认签名，已暂停；请在两边核对密钥后点击继续。",
            "The brand's system {host} refuses the signature and sending is paused; check the secret on both sides,"
                    + " then resume."),
    WEBHOOK_ADDRESS_WRONG(
            409,
            "自有系统 {host} 在这个地址不收消息（HTTP {status}），已暂停；请核对地址后点击继续。",
            "The brand's system {host} takes no messages at this address (HTTP {status}) and sending is paused; check"
                    + " it, then resume."),
    CALL_TASK_DONE(
            409, "这个外呼任务已有结果或已撤回，没有再记。", "This call has its result already, or was taken back; nothing was changed.");

    private final int status;
    private final Text message;

    ChannelProblem(int status, String zh, String en) {
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
