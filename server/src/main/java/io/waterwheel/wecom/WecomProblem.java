package io.waterwheel.wecom;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals of the wecom module. What WeCom answers with an errcode is told with the setting that mends it; codes
/// and meanings from WeCom's public list of error codes (doc path/90313, read 2025-11).
public enum WecomProblem implements ProblemType {
    WECOM_NOT_CONFIGURED(
            409,
            "还没有接入企业微信：请管理员在“设置 → 企业微信”填写企业 ID、应用 Secret 和回调参数。",
            "WeCom is not connected: an administrator enters corp id, secret and callback parameters under Settings → WeCom."),
    WECOM_CREDENTIAL(
            409,
            "企业微信拒绝登录（{errcode}）：企业 ID 或 Secret 不正确。请在企业微信管理后台“应用管理 → 应用详情”核对 Secret，并在设置里重新填写。",
            "WeCom refused the login ({errcode}): corp id or secret is wrong. Check the secret in the WeCom admin console under"
                    + " Apps → the app, and enter it again in the settings."),
    WECOM_IP_NOT_TRUSTED(
            409,
            "企业微信不接受本服务器的 IP（60020）：请在企业微信管理后台“应用管理 → 应用详情 → 企业可信IP”中加入本服务器的出口 IP。",
            "WeCom does not accept this server's address (60020): add its outgoing IP in the WeCom admin console under Apps →"
                    + " the app → Trusted IPs."),
    WECOM_API_FORBIDDEN(
            409,
            "应用没有调用该接口的权限（{errcode}）：请在企业微信管理后台“客户联系 → API”把应用加入“可调用应用”，并确认接口权限已勾选。",
            "The app may not call this API ({errcode}): in the WeCom admin console under Customer contact → API, add the app to"
                    + " the callable apps and check its permissions."),
    WECOM_NO_CONTACT_PERMISSION(
            409,
            "成员或应用没有客户联系权限（{errcode}）：请在企业微信管理后台“客户联系 → 权限配置”中加入相关成员和应用。",
            "The member or the app has no customer contact permission ({errcode}): grant it in the WeCom admin console under"
                    + " Customer contact → Permissions."),
    WECOM_OUT_OF_SCOPE(
            409,
            "部门或成员不在应用可见范围内（{errcode}）：请在企业微信管理后台“应用管理 → 应用详情 → 可见范围”中加入门店所在部门。",
            "A department or member is outside of the app's visible range ({errcode}): add the stores' departments in the WeCom"
                    + " admin console under Apps → the app → Visible range."),
    WECOM_BUSY(
            503,
            "企业微信暂时限制了调用频率（{errcode}），没有丢失任何内容，会自动重试。",
            "WeCom limits the rate of calls right now ({errcode}); nothing is lost and it is tried again by itself."),
    WECOM_UNREACHABLE(
            503,
            "企业微信暂时无法连接（{reason}），没有丢失任何内容，会自动重试。请检查网络和接口地址。",
            "WeCom cannot be reached right now ({reason}); nothing is lost and it is tried again by itself. Check the network"
                    + " and the API address."),
    WECOM_REFUSED(
            502,
            "企业微信返回错误 {errcode}（{errmsg}）。可在 https://open.work.weixin.qq.com/devtool/query?e={errcode} 查询处理办法。",
            "WeCom answered with error {errcode} ({errmsg}). See https://open.work.weixin.qq.com/devtool/query?e={errcode}."),
    WECOM_SYNC_EMPTY(
            409,
            "通讯录同步没有读到任何{what}，已中止，原有资料全部保留。请检查应用可见范围和客户联系权限后重新同步。",
            "The synchronisation read no {what} at all and was stopped; everything known was kept. Check the app's visible"
                    + " range and its customer contact permission, then synchronise again."),
    WECOM_SYNC_SHRUNK(
            409,
            "通讯录同步只读到 {found} 位好友，不到已知 {known} 位的一半，已中止，没有移除任何人。如果确实如此，请先核对权限再重新同步。",
            "The synchronisation found {found} friendships, fewer than half of the {known} known, and was stopped; nobody was"
                    + " removed. Check the permissions, then synchronise again."),
    WECOM_TAGS_SHRUNK(
            409,
            "企业标签只读到已知 {known} 个中的 {found} 个，已中止，没有删除任何标签。如果确实如此，请先核对权限，再分批删除后重新同步。",
            "Only {found} of the {known} known corp tags were found, and the synchronisation was stopped; no tag was deleted."
                    + " Check the permissions; if it is so, delete them a part at a time and synchronise again."),
    WECOM_TAG_GONE(
            409,
            "企业微信里已经没有这个标签，标签库会先重新同步再继续。",
            "WeCom does not know this tag any more; the tags are synchronised first and then it goes on."),
    HAND_TASK_DONE(
            409, "这个任务已有结果或已撤回，没有再记。", "This task has its result already, or was taken back; nothing was changed."),
    WECOM_GROUPS_SHRUNK(
            409,
            "客户群同步只读到 {found} 个群，不到已知 {known} 个的一半，已中止，没有移除任何群。如果确实如此，请先核对权限再重新同步。",
            "The synchronisation found {found} groups, fewer than half of the {known} known, and was stopped; no group was"
                    + " removed. Check the permissions, then synchronise again."),
    GROUP_SEND_OVER(
            409, "这次群群发已结束或已取消，没有改变。", "This message to groups is over or cancelled already; nothing was changed."),
    MOMENT_OVER(409, "这条朋友圈已结束或已取消，没有改变。", "This moment is over or cancelled already; nothing was changed."),
    MOMENT_LIMIT(
            503,
            "企业微信限制每分钟（{minute} 条）和每月（{month} 条）能创建的朋友圈，已到上限，会自动稍后再发。",
            "WeCom limits how many moments are created in a minute ({minute}) and in a month ({month}); that many were, and it"
                    + " goes out later by itself."),
    CALLBACK_NOT_SET_UP(
            409,
            "还没有填写回调的 Token 或 EncodingAESKey，没有处理：请在“设置 → 企业微信”填写，与企业微信管理后台一致。",
            "The callback's token or EncodingAESKey has not been entered and it was not processed: enter what the WeCom admin"
                    + " console shows under Settings → WeCom."),
    CALLBACK_SIGNATURE(
            403,
            "回调签名不正确，没有处理：请核对回调 Token 与企业微信管理后台一致。",
            "The callback's signature is wrong and it was not processed: check that the token equals the one in the WeCom admin"
                    + " console."),
    CALLBACK_UNREADABLE(
            403,
            "回调无法解密，没有处理：请核对 EncodingAESKey 与企业微信管理后台一致。",
            "The callback cannot be decrypted and was not processed: check that the EncodingAESKey equals the one in the WeCom"
                    + " admin console."),
    CALLBACK_OTHER_CORP(
            403,
            "回调属于另一个企业，没有处理：请核对企业 ID 与回调地址。",
            "The callback is for another corp and was not processed: check the corp id and the callback address.");

    private final int status;
    private final Text message;

    WecomProblem(int status, String zh, String en) {
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
