package io.waterwheel.loyalty;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals about a brand's programme and its members.
public enum ProgrammeProblem implements ProblemType {
    PROGRAMME_INVALID(
            422,
            "会员计划还不能发布，请按标出的位置修改；草稿已保留，正在执行的计划没有变化。",
            "The programme cannot be published yet; see the places marked. The draft is kept and nothing in force changed."),
    NO_PROGRAMME(
            409,
            "该品牌还没有发布会员计划，没有执行任何操作；请先发布。",
            "The brand has published no programme and nothing was done; publish one first."),
    NOT_A_MEMBER(
            409, "该客户还不是会员，没有执行任何操作；请先办理入会。", "The customer is not a member and nothing was done; enrol them first."),
    PAID_MEMBERSHIP_ENDED(
            409,
            "这段付费会员已经结束或已退款，没有重复退款。",
            "This paid membership has ended or was refunded and nothing was paid back again."),
    MEMBERSHIP_KEY_TAKEN(
            409,
            "这个编号已用于另一笔付费会员或赠送的等级，没有改动；请换一个编号。",
            "This key stands for another paid membership or gifted tier and nothing was changed; use a key of its own."),
    WHAT_IF_NO_HISTORY(
            409,
            "所选月份里没有会员的消费记录，没有开始试算；请选更长的时间，或先导入历史订单。",
            "Members bought nothing in these months and nothing was started; choose more months or import past orders first."),
    WHAT_IF_MOVERS_DROPPED(
            410,
            "这次试算之后会员体系已重新发布，或已超过 90 天，名单已删除，数字仍保留；需要名单请重新试算。",
            "The programme was published anew since this what-if, or 90 days are over, so who would move was deleted and the"
                    + " figures kept; ask once more to see who."),
    WHAT_IF_NOT_READY(409, "这次试算还没有结果，请等它完成后再看。", "This what-if has no answer yet; look again when it is done."),
    ENROLMENT_KEY_MISSING(
            400,
            "请求须带 Idempotency-Key 请求头（1 到 100 个字符），没有办理入会。",
            "The request needs an Idempotency-Key header of 1 to 100 characters; nobody was enrolled."),
    ENROLMENT_KEY_TAKEN(
            409,
            "该幂等键已用于另一位顾客的入会，没有改动；请换新的键。",
            "This idempotency key stands for somebody else's enrolment and nothing was changed; use a new key.");

    private final int status;
    private final Text message;

    ProgrammeProblem(int status, String zh, String en) {
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
