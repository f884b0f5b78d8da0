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
    CUSTOMER_LIST_NAME_TAKEN(
            409,
            "已有名为“{name}”的名单，这次没有保存；请换一个名称。",
            "There is a list called \"{name}\" already and this one was not stored; choose another name."),
    CUSTOMER_LIST_IN_USE(
            409,
            "名单正被使用，没有删除：{users}。请先处理使用它的内容。",
            "The list is in use and was not deleted: {users}. Deal with what uses it first."),
    CUSTOMER_LIST_NOT_READY(
            409,
            "名单“{name}”还没有做好，为避免漏掉或多算客户，这次没有计算；请等它做好再试。",
            "The list \"{name}\" is not ready; rather than miss customers or take too many nothing was counted. Try again"
                    + " when it is."),
    CUSTOMER_LIST_FILE_EMPTY(
            422,
            "文件的“{column}”这一列里一行内容也没有，没有建立名单。",
            "There is not one row in the file's column \"{column}\", and no list was made."),
    UNMATCHED_ROWS_GONE(
            410,
            "没匹配上的行只保留 7 天，或者因有人要求删除个人信息而提前删除，已经没有了；需要时请重新上传。",
            "Rows that matched nobody are kept for 7 days, or less when somebody asked to be forgotten, and these are"
                    + " gone; upload the file again if you need them."),
    MEMBER_DOWNLOAD_NOT_READY(409, "文件还没有做好，请稍后再下载。", "The file is not ready yet; download it a little later."),
    MEMBER_DOWNLOAD_GONE(
            410,
            "文件只保留 3 天，或者因有人要求删除个人信息而提前删除，已经没有了；需要时请重新下载。",
            "The file is kept for 3 days, or less when somebody asked to be forgotten, and is gone; ask for it again if"
                    + " you need it."),
    MEMBER_DOWNLOAD_TOO_LARGE(
            422,
            "XLSX 一张表放不下 {count} 位客户（最多 {limit}）；请改用 CSV。",
            "A sheet of XLSX does not hold {count} customers ({limit} at most); take CSV instead."),
    MEMBER_DOWNLOAD_REFUSED(
            403,
            "你没有下载客户名单的权限；请让管理员在“成员”里打开。",
            "You may not download lists of customers; an administrator can allow it under People."),
    PLAIN_PERSONAL_DATA_REFUSED(
            403,
            "只有可看个人信息的人才能拿到不打码的手机号、邮箱等；请去掉“不打码”。",
            "Only who may see personal data gets phone, e-mail and the like in plain; take them masked instead."),
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
