package io.waterwheel.intake;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.ProblemType;

/// Refusals of what comes in.
public enum IntakeProblem implements ProblemType {
    WRITE_KEY_UNKNOWN(
            401,
            "写入密钥缺失、不正确或已停用，没有保存任何内容；请以密钥作为 Basic 用户名重新发送。",
            "The write key is missing, wrong or revoked and nothing was stored; send it as the Basic user name."),
    EVENT_REFUSED(
            400,
            "这条事件没有写入：{reason} 原文已存入隔离区；请改正后重新发送。",
            "This event was not written: {reason} It is kept in quarantine; correct it and send it again."),
    CONNECTION_UNKNOWN(
            404,
            "这个推送地址不存在或来源已停用，没有保存任何内容；请核对平台后台填写的地址。",
            "This push address does not exist or its source was revoked and nothing was stored; check the address"
                    + " entered at the platform."),
    PUSH_FORGED(
            403,
            "推送的签名不正确，没有保存任何内容；请核对来源里填写的密钥与平台后台一致。",
            "The push's signature is wrong and nothing was stored; check that the source's secret equals the one at the"
                    + " platform."),
    PLATFORM_UNKNOWN(
            422,
            "没有名为“{platform}”的平台；可用的有：{platforms}。没有保存任何内容。",
            "There is no platform “{platform}”; there are: {platforms}. Nothing was stored."),
    TOO_MANY_REQUESTS(
            429,
            "来源“{source}”发送得比允许的每秒 {limit} 条更快，这次没有写入任何内容，请在 {seconds} 秒后重试。",
            "The source “{source}” sends faster than the {limit} events a second it may; nothing of this was stored."
                    + " Try again in {seconds} seconds."),
    QUARANTINE_CLOSED(
            409,
            "这条事件已经处理过（{state}），没有改动任何内容；请刷新列表。",
            "This event has been dealt with already ({state}) and nothing was changed; reload the list."),
    SOURCE_NAME_TAKEN(
            409,
            "来源名称“{name}”已经用过（包括已停用的来源），请换一个名称。",
            "The source name “{name}” has been used before, perhaps by a revoked source; choose another."),
    IMPORT_STATE(
            409,
            "导入现在的状态是 {state}，不能这样操作；请刷新后再试。",
            "The import is {state} now, so this cannot be done; reload and try again."),
    FILE_KIND_UNKNOWN(
            422,
            "不认识的文件种类“{kind}”；可用的有：{kinds}。没有保存任何内容。",
            "Unknown kind of file “{kind}”; there are: {kinds}. Nothing was stored."),
    FILE_EMPTY(
            422, "文件是空的，没有保存任何内容；请检查后重新上传。", "The file is empty and nothing was stored; check it and upload it again."),
    FILE_NO_HEADER(
            422,
            "第一行看起来不是列名（第 {column} 列是“{value}”）；请在第一行写上列名后重新上传。没有保存任何内容。",
            "The first line does not look like column names (column {column} is “{value}”);"
                    + " put the names in the first line and upload again. Nothing was stored."),
    FILE_COLUMNS_MISSING(
            422,
            "文件只有 {columns} 列，缺少必需的内容：{missing}。请检查分隔符和列后重新上传；没有保存任何内容。",
            "The file has only {columns} columns and lacks what is required: {missing}."
                    + " Check its delimiter and columns and upload it again. Nothing was stored."),
    FILE_NOT_GZIP(
            422,
            "文件名以 .gz 结尾，内容却不是 gzip；请改名或重新压缩后上传。没有保存任何内容。",
            "The file is named .gz but is not gzip; rename or compress it and upload it again. Nothing was stored."),
    FILE_GZIP_BROKEN(
            422,
            "压缩文件已损坏或不完整，读到第 {line} 行为止；没有导入任何内容。请重新压缩并上传完整的文件。",
            "The gzip file is broken or cut off after line {line}; nothing was imported."
                    + " Compress it again and upload the whole file."),
    FILE_UNDECODABLE(
            422,
            "第 {line} 行附近的文字不是 {encoding} 编码；没有导入任何内容。请把文件另存为 UTF-8 后重新上传。",
            "The text near line {line} is not {encoding}; nothing was imported."
                    + " Save the file as UTF-8 and upload it again."),
    FILE_CELL_ENDLESS(
            422,
            "从第 {line} 行开始的一个单元格没有结束引号，或超过 {limit} 个字符；没有导入任何内容。请修正引号后重新上传。",
            "A cell that begins at line {line} has no closing quote or is longer than {limit} characters;"
                    + " nothing was imported. Correct the quotes and upload it again."),
    FILE_GONE(
            409,
            "上传的文件已不在服务器上，没有导入任何内容；请重新上传。",
            "The uploaded file is no longer on the server and nothing was imported; upload it again."),
    MAPPING_INCOMPLETE(422, "列的对应关系还不完整，请按标出的位置修改。", "The columns are not fully mapped; see the places marked."),
    FILE_NOT_TEXT(
            422,
            "这不是表格文件（可能是旧版 .xls、带密码的工作簿或压缩包）；请另存为 .xlsx 或 CSV（UTF-8）后上传。没有保存任何内容。",
            "This is no table; it may be an old .xls, a workbook with a password, or an archive."
                    + " Save it as .xlsx or CSV (UTF-8) and upload it again. Nothing was stored."),
    FILE_WORKBOOK_BROKEN(
            422,
            "工作簿在第 {row} 行附近读不下去（损坏、残缺，或超出 Excel 自己的限制）；没有导入任何内容。请用 Excel 重新保存后上传。",
            "The workbook cannot be read near row {row}: it is damaged, cut off, or beyond Excel's own limits;"
                    + " nothing was imported. Save it again in Excel and upload it."),
    FILE_PARQUET_BROKEN(
            422,
            "Parquet 文件在第 {row} 行附近读不下去（损坏、残缺或加密）；没有导入任何内容。请重新导出后上传。",
            "The Parquet file cannot be read near row {row}: it is damaged, cut off or encrypted;"
                    + " nothing was imported. Export it again and upload it."),
    SHEET_UNKNOWN(422, "工作簿里没有工作表“{sheet}”；有：{sheets}。", "The workbook has no sheet “{sheet}”; there are: {sheets}."),
    IMPORT_INTERRUPTED(
            503,
            "导入中断：已写入 {orders} 条，全部保留；请重新开始，已写入的不会重复。",
            "The import stopped: {orders} records were written and are kept."
                    + " Start it again to go on; nothing is written twice."),
    IMPORT_DISK_FULL(
            507,
            "磁盘空间不足，导入中断：已写入 {orders} 条，全部保留；请清理或扩容后重新开始，已写入的不会重复。",
            "The disk is full and the import stopped: {orders} records were written and are kept."
                    + " Free space and start it again; nothing is written twice.");

    private final int status;
    private final Text message;

    IntakeProblem(int status, String zh, String en) {
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
