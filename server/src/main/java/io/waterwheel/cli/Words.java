package io.waterwheel.cli;

import java.util.Locale;

/// What is said to the person, in the language of the terminal.
enum Words {
    USAGE(
            "用法：./waterwheel import <类型> <文件> [--brand 品牌] [--source 来源] [--dry-run] [--yes]\n类型：orders customers products stores staff points",
            "usage: ./waterwheel import <kind> <file> [--brand KEY] [--source NAME] [--dry-run] [--yes]\nkinds: orders customers products stores staff points"),
    NO_FILE("文件不存在或无法读取：%s", "There is no such file, or it cannot be read: %s"),
    NO_SERVER("没有正在运行的服务（%s）。", "No server is running here (%s)."),
    CONNECTION_LOST(
            "与服务的连接中断：%s。任务会在服务重新启动后继续；重复导入不会改变任何数据。",
            "The connection to the server was lost: %s. The job goes on when the server is up again; importing a file twice"
                    + " changes nothing."),
    REFUSED("被拒绝：%s（%s）", "Refused: %s (%s)"),
    UPLOADING("上传", "uploading"),
    IMPORTING("导入", "importing"),
    FOUND("%s：%s，分隔符 %s，%d 列", "%s: %s, separated by %s, %d columns"),
    FOUND_OTHER("%s：%s，%d 列", "%s: %s, %d columns"),
    TEMPLATE("已套用模板“%s”", "the template “%s” was applied"),
    MAPPING("字段 ← 列", "field ← column"),
    NOT_MAPPED("—", "—"),
    MISSING("（必填，未找到）", "(required, not found)"),
    ASK("按此对应关系导入？[Y/n] ", "Import with this mapping? [Y/n] "),
    STOPPED("没有导入任何内容。", "Nothing was imported."),
    DONE("导入完成", "Imported"),
    CHECKED("试读完成，什么也没有写入；会进来：", "Tried, and nothing was written. What would come in:"),
    FAILED("导入失败：%s", "The import failed: %s"),
    CANCELLED("导入已取消。", "The import was cancelled."),
    ERROR_FILE("有 %d 行未导入，原因见 %s", "%d lines were not imported; the reasons are in %s");

    private static final boolean CHINESE = Locale.getDefault().getLanguage().equals("zh");

    private final String zh;
    private final String en;

    Words(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    String with(Object... values) {
        return String.format(Locale.ROOT, CHINESE ? zh : en, values);
    }
}
