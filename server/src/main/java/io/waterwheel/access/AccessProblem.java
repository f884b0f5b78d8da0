package io.waterwheel.access;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals about who may do what.
public enum AccessProblem implements ProblemType {
    NOT_SIGNED_IN(401, "请先登录；登录可能已过期。", "Sign in first; your session may have ended."),
    SIGN_IN_FAILED(401, "用户名或密码不正确。", "The user name or the password is not right."),
    ACCOUNT_LOCKED(
            423,
            "连续多次登录失败，已暂停登录到 {until}，请到时再试。",
            "Too many failed attempts: signing in is locked until {until}; try again then."),
    FORBIDDEN(
            403,
            "您的角色没有这项权限，没有改动任何内容；需要时请联系管理员。",
            "Your role does not allow this and nothing was changed; ask an administrator if you need it."),
    CSRF_MISSING(
            403, "页面已过期，没有改动任何内容，请刷新后重试。", "The page is out of date and nothing was changed; reload it and try again."),
    PASSWORD_CHANGE_REQUIRED(
            403, "当前是一次性密码，请先设置自己的密码。", "You signed in with a one-time password; set your own password first."),
    PASSWORD_TOO_WEAK(
            422,
            "新密码没有保存：至少 {least} 个字符、最多 {most} 字节，不能是用户名，也不能是常见密码。",
            "The new password was not saved: use at least {least} characters and at most {most} bytes, not the user name"
                    + " and not a common password."),
    PASSWORD_WRONG(422, "当前密码不正确，密码没有改变。", "The current password is not right; the password was not changed."),
    USERNAME_INVALID(
            422,
            "用户名须以小写字母开头，由 2–31 个小写字母、数字、点、下划线或连字符组成。",
            "A user name begins with a lower-case letter and has 2 to 31 lower-case letters, digits, dots, underscores or"
                    + " hyphens."),
    USERNAME_TAKEN(409, "用户名 {username} 已被使用，没有新建账号。", "The user name {username} is taken; no account was made."),
    LAST_ADMIN(
            409,
            "这是最后一个可用的管理员账号，没有改动；请先指定另一位管理员。",
            "This is the last administrator who can sign in, so nothing was changed; name another one first."),
    BRAND_KEY_INVALID(
            422,
            "品牌标识 {key} 无效：须以小写字母开头，由 2–31 个小写字母、数字或连字符组成。",
            "The brand key {key} is not valid: begin with a lower-case letter and use 2 to 31 lower-case letters, digits or"
                    + " hyphens."),
    BRAND_TAKEN(409, "品牌标识 {key} 已存在，没有新建。", "The brand key {key} is taken; nothing was made."),
    BRAND_IN_USE(
            409,
            "品牌已有订单，货币和时区不能再改，没有保存任何改动。",
            "The brand has orders already, so its currency and time zone are fixed; nothing was saved.");

    private final int status;
    private final Text message;

    AccessProblem(int status, String zh, String en) {
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
