package io.waterwheel.customer;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals about tags.
public enum TagProblem implements ProblemType {
    TAG_NAME_TAKEN(
            409,
            "已有名为“{name}”的标签或标签组，这次没有保存；请换一个名称。",
            "There is a tag or tag group called \"{name}\" already and this one was not stored; choose another name."),
    TAG_IN_USE(
            409,
            "标签正被使用，没有删除：{users}。请先处理使用它的内容。",
            "The tag is in use and was not deleted: {users}. Deal with what uses it first."),
    TAG_VALUE_INVALID(
            422,
            "标签“{tag}”需要{kind}，没有保存；请填写合适的值。",
            "The tag \"{tag}\" takes {kind}, and nothing was stored; enter a fitting value."),
    TAG_NOT_YOUR_CUSTOMER(
            403,
            "这位客户不是您的好友，没有改动标签；请联系管理员或该客户的导购。",
            "This customer is not a friend of yours and no tag was changed; ask an administrator or the customer's guide.");

    private final int status;
    private final Text message;

    TagProblem(int status, String zh, String en) {
        this.status = status;
        this.message = new Text(zh, en);
    }

    static Text words(TagKind kind) {
        return switch (kind) {
            case PLAIN -> new Text("不带值", "no value");
            case TEXT -> new Text("1 到 200 个字的文本", "a text of 1 to 200 characters");
            case NUMBER -> new Text("一个数字", "a number");
            case DATE -> new Text("一个日期，如 2025-01-31", "a day such as 2025-01-31");
        };
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
