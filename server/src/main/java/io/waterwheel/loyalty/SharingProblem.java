package io.waterwheel.loyalty;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals about family and company accounts.
public enum SharingProblem implements ProblemType {
    SHARING_OFF(409, "品牌没有开放这种共享账户，没有任何改变。", "The brand does not have such shared accounts now; nothing was changed."),
    SHARING_ALREADY(
            409,
            "已经在一个共享账户里，没有任何改变；请先退出原来的共享账户。",
            "Whoever is in a shared account joins no other, and nothing was changed; leave that one first."),
    SHARING_FULL(
            409,
            "这个共享账户已满 {most} 人，没有加入；请与户主联系。",
            "This shared account has its {most} people and nobody was added; speak to its holder."),
    SHARING_INVITATION_UNKNOWN(
            404, "没有这个邀请，没有加入；请户主重新发一个。", "There is no such invitation and nobody joined; ask the holder for another."),
    SHARING_INVITATION_OVER(
            410,
            "邀请已过期、已用过，或共享账户已关闭，没有加入；请户主重新发一个。",
            "The invitation is too old or was used, or its account is closed. Nobody joined; ask the holder for another."),
    SHARING_INVITATIONS_MANY(
            409,
            "这个共享账户已有 {open} 个还没用的邀请，没有再发；请让收到的人先加入，或等七天后它们过期。",
            "This shared account has {open} invitations nobody used yet, and no other was made; let those who have one join,"
                    + " or wait the seven days until they are over."),
    SHARING_NOT_HOLDER(403, "只有户主可以这样做，没有任何改变。", "Only the holder of the account does that; nothing was changed.");

    private final int status;
    private final Text message;

    SharingProblem(int status, String zh, String en) {
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
