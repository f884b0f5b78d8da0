package io.waterwheel.touch;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals of the touch module.
public enum TouchProblem implements ProblemType {
    TEMPLATE_INVALID(422, "模板有错误，没有保存：请按标出的位置修改。", "The template has errors and was not saved; see the places marked."),
    TEMPLATE_IN_USE(
            409,
            "模板正被群发“{broadcast}”使用，没有删除；请先取消或删除该群发。",
            "The template is used by broadcast “{broadcast}” and was kept; cancel or delete that broadcast first."),
    TEMPLATE_UNRESOLVED(
            422,
            "模板变量 {variable} 没有值，消息没有发出；请补充资料，或写成 {{ {variable} | default: \"…\" }}。",
            "The template's variable {variable} has no value, so nothing was sent; fill it in, or give it a default."),
    BROADCAST_STATE(
            409,
            "群发当前状态为“{state}”，不能执行该操作；请刷新后再试。",
            "The broadcast is {state}, which does not allow this; reload and try again."),
    BROADCAST_EMPTY(
            422,
            "没有可以发送的人：全部被规则排除或留作对照。请查看计划里的排除原因。",
            "There is nobody to send to: all are suppressed or held out. See the plan's reasons."),
    BROADCAST_NEEDS_APPROVAL(
            409,
            "这次群发超过策略里的上限，要另一位同事批准才能发送；还没有发出任何内容。请点击“请同事批准”。",
            "This broadcast is above the policy's limit and a second person has to approve it; nothing was sent. Ask"
                    + " for approval."),
    BROADCAST_OWN_APPROVAL(
            403,
            "批准或退回要由没有规划也没有提请这次群发的同事、用自己的账号来做；没有改变任何内容。请让另一位管理员或运营人员来处理。",
            "Whoever neither planned this broadcast nor asked decides, with an account of their own; nothing was changed."
                    + " Have another administrator or operator look at it."),
    BROADCAST_NO_APPROVER(
            409,
            "除了规划和提请的人，没有其他管理员或运营账号，无人能批准；没有改变任何内容。请管理员添加一个账号，或在策略里调高上限。",
            "Besides who planned and who asks there is no other administrator or operator who could approve; nothing was"
                    + " changed. An administrator can add an account, or raise the limit in the policy."),
    BROADCAST_APPROVAL_CHANGED(
            409,
            "您看到的计划已经改变，批准没有生效；请刷新后看过新的计划再决定。",
            "The plan you looked at has changed since, so your decision was not taken; reload and look at the new one."),
    CHANNEL_MISSING(
            409, "这个安装没有渠道 {channel}，没有发送任何内容。", "This installation has no channel {channel}; nothing was sent."),
    EMAIL_NOT_CONFIGURED(
            409,
            "还没有设置发信邮箱，没有发送任何内容；请在设置里填写 SMTP 服务器和发件地址。",
            "No mail server is set up and nothing was sent; enter the SMTP server and the from address in the settings."),
    EMAIL_UNREACHABLE(
            503,
            "邮件服务器 {host} 无法连接：{reason}。未发送的邮件保留，稍后自动重试。",
            "Mail server {host} cannot be reached: {reason}. Unsent mail is kept and tried again."),
    EMAIL_LOGIN_REFUSED(
            409,
            "邮件服务器拒绝登录，已暂停；请在设置里检查用户名和密码后点击继续。",
            "The mail server refused the login and sending is paused; check user name and password, then resume."),
    EMAIL_REFUSES_SENDER(
            409,
            "邮件服务器拒绝发件地址 {from}：{reason}。已暂停，请更换发件地址后点击继续。",
            "The mail server refuses to send as {from}: {reason}. Sending is paused; change the from address and resume.");

    private final int status;
    private final Text message;

    TouchProblem(int status, String zh, String en) {
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
