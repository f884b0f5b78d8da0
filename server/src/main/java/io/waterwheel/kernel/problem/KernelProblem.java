package io.waterwheel.kernel.problem;

import io.waterwheel.kernel.Text;

/// Refusals that any module may meet.
public enum KernelProblem implements ProblemType {
    NOT_FOUND(404, "没有找到：{what}", "Not found: {what}"),
    MALFORMED(400, "请求无法读取：{reason}", "The request cannot be read: {reason}"),
    INVALID(422, "有内容不符合要求，请按标出的位置修改。", "Some values are not acceptable; see the places marked."),
    BAD_CURSOR(400, "翻页标记无效，请从第一页重新开始。", "The page cursor is not valid; start again from the first page."),
    TOO_LARGE(413, "内容超过上限 {limit}，没有保存任何内容。", "Larger than the limit of {limit}; nothing was stored."),
    OVERLOADED(
            503,
            "系统正忙，这次没有写入任何内容，请在 {seconds} 秒后重试。",
            "The system is busy and stored nothing of this; try again in {seconds} seconds."),
    DISK_FULL(507, "磁盘空间不足，这次没有写入；请先清理或扩容再重试。", "The disk is full and this was not stored; free space and try again."),
    UNAVAILABLE(503, "{what} 暂时不可用，请稍后重试。", "{what} is not available right now; try again later."),
    CONFLICT(409, "内容已被他人修改，请刷新后再试。", "This was changed by someone else; reload and try again."),
    METHOD_NOT_ALLOWED(405, "这个地址不支持该方法。", "This address does not take that method."),
    UNEXPECTED(
            500,
            "出现了意外错误，已记录；请把追踪号 {traceId} 告诉管理员。",
            "Something unexpected happened and was logged; tell your administrator the trace id {traceId}.");

    private final int status;
    private final Text message;

    KernelProblem(int status, String zh, String en) {
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
