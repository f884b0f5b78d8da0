package io.waterwheel.exchange;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals of the exchange.
public enum ExchangeProblem implements ProblemType {
    EXCHANGE_NAME_TAKEN(
            409,
            "名称“{name}”在这个品牌里已经用过，没有保存任何内容；请换一个名称。",
            "The name “{name}” is in use in this brand; nothing was stored. Choose another."),
    WEBHOOK_ADDRESS_PRIVATE(
            422,
            "地址 {host} 在内部网络里，没有保存；如确需推送到内网，请管理员设置 waterwheel.exchange.private-addresses。",
            "The address {host} lies in a private network and was not stored;"
                    + " if that is meant, set waterwheel.exchange.private-addresses."),
    EXPORT_NOT_READY(
            409, "导出还没有完成，没有可下载的文件；请等任务结束。", "The export is not finished and has no files yet; wait for its job."),
    EXPORT_EXPIRED(
            410, "导出的文件只保留 7 天，已经删除；请重新导出。", "Export files are kept for 7 days and these are gone; export again."),
    EXPORT_DISK_FULL(
            507,
            "磁盘空间不足，导出中断，没有留下文件；请清理或扩容后重新导出。",
            "The disk is full and the export stopped; free space and export again."),
    PERSONAL_DATA_ADMIN_ONLY(
            403,
            "只有管理员可以让明文个人信息离开系统；没有保存任何内容。",
            "Only an administrator may let plain personal data leave; nothing was stored.");

    private final int status;
    private final Text message;

    ExchangeProblem(int status, String zh, String en) {
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
