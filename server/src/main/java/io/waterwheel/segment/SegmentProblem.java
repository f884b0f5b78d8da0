package io.waterwheel.segment;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.problem.ProblemType;
import io.waterwheel.segment.language.InvalidDefinition;

/// Refusals of the segment module.
public enum SegmentProblem implements ProblemType {
    SEGMENT_INVALID(
            422,
            "人群定义有误，没有保存，也没有计算；请按标出的位置修改。",
            "The segment cannot be understood, and nothing was stored or counted; see the places marked."),
    SEGMENT_NAME_TAKEN(
            409,
            "已有名为“{name}”的人群，这次没有保存；请换一个名称。",
            "There is a segment called \"{name}\" already and this one was not stored; choose another name."),
    SEGMENT_IN_USE(
            409,
            "人群正被使用，没有删除：{users}。请先处理使用它的内容。",
            "The segment is in use and was not deleted: {users}. Deal with what uses it first."),
    ATTRIBUTE_TOO_VARIED(
            422,
            "“{attribute}”的不同取值太多，分布说明不了什么，没有计算；请改用人群条件查找具体的值。",
            "\"{attribute}\" has too many different values for a distribution to tell anything and was not counted; ask"
                    + " for particular values by a condition."),
    WAREHOUSE_BEHIND(
            503,
            "分析数据还没有追上最新数据，为避免漏掉客户，这次没有计算；请稍后重试。",
            "The numbers have not caught up with the newest data; rather than miss customers nothing was counted. Try"
                    + " again later."),
    TAG_RULE_EXISTS(
            409,
            "标签“{tag}”已经有一条规则，没有新建；请修改原有的规则。",
            "There is a rule for the tag \"{tag}\" already and no other was made; change that one."),
    TAG_RULE_CIRCULAR(
            422,
            "规则的条件用到了它自己要打的标签“{tag}”，这样每晚的结果会互相抵消，没有保存；请去掉这个条件。",
            "The rule's own tag \"{tag}\" is among its conditions, so each night would undo the last; it was not stored."
                    + " Take that condition out."),
    TAGGING_STATE(
            409,
            "这次批量打标签还没有完成，或者已经撤销过，没有再撤销。",
            "This mass tagging is not done yet or was undone before, and was not undone again.");

    private final int status;
    private final Text message;

    SegmentProblem(int status, String zh, String en) {
        this.status = status;
        this.message = new Text(zh, en);
    }

    /// `segment-invalid`, with every wrong place.
    public static Problem of(InvalidDefinition invalid) {
        Problem problem = new Problem(SEGMENT_INVALID, invalid);
        invalid.places()
                .forEach(place -> problem.at(place.pointer(), place.fault().code(), place.detail()));
        return problem;
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
