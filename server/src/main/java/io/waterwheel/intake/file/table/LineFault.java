package io.waterwheel.intake.file.table;

import io.waterwheel.kernel.Text;
import java.util.Locale;

/// Why a line could not be taken. The rest of the file is not touched by it.
public enum LineFault {
    COLUMN_COUNT("这一行的列数与表头不同。", "This line has another number of cells than the header."),
    JSON_UNREADABLE("这一行不是完整的 JSON 对象。", "This line is not one whole JSON object."),
    CELL_TOO_LONG("单元格超过 64 K 个字符。", "The cell is longer than 64 K characters."),
    CELL_UNSTORABLE("单元格含有无法保存的字符（NUL）。", "The cell holds a character that cannot be stored (NUL)."),
    ORDER_NUMBER_MISSING("缺少订单号。", "The order number is missing."),
    ORDER_NUMBER_TOO_LONG("订单号超过 200 个字符。", "The order number is longer than 200 characters."),
    CUSTOMER_TOO_LONG("客户号超过 200 个字符。", "The customer number is longer than 200 characters."),
    DATE_MISSING("缺少时间。", "The time is missing."),
    DATE_UNREADABLE("时间无法识别；推荐 2026-03-01 12:30:00。", "The time cannot be read; 2026-03-01 12:30:00 is best."),
    DATE_AMBIGUOUS("分不清日和月；请改用 2026-03-01 的写法。", "Day and month cannot be told apart; write 2026-03-01 instead."),
    DATE_IN_FUTURE("时间比导入时晚 24 小时以上。", "The time is more than 24 hours after the import."),
    QUANTITY_UNREADABLE("数量不是数字。", "The quantity is not a number."),
    QUANTITY_ZERO("数量为零。", "The quantity is zero."),
    QUANTITY_NEGATIVE(
            "数量为负，但订单号不以 C 开头，不是退款。",
            "The quantity is negative, but the order number does not begin with C, so it is no refund."),
    QUANTITY_SIGN_DIFFERS(
            "同一单里数量有正有负，与该单第一行方向相反。",
            "Quantities of one order point both ways; this one differs from the order's first line."),
    PRICE_UNREADABLE("单价不是数字。", "The price is not a number."),
    PRICE_NEGATIVE("单价为负。", "The price is negative."),
    AMOUNT_TOO_LARGE("金额大得无法记账。", "The amount is too large to be booked."),
    CUSTOMER_DIFFERS("同一单里有不同的客户号。", "One order names more than one customer."),
    ORDER_TOO_LONG(
            "一单超过 20,000 行；请检查“订单号”是否对应了正确的列。",
            "The order has more than 20,000 lines; check that the right column is mapped as order number."),
    IDENTIFIER_MISSING(
            "没有会员号、手机号等任何能认出这个人的标识。", "Nothing names this person: no member number, phone or other identifier."),
    IDENTIFIER_TOO_LONG("标识超过 200 个字符。", "The identifier is longer than 200 characters."),
    PHONE_UNREADABLE("不是完整的手机号；打了码的号码不能用来认人。", "This is no whole phone number; a masked one names nobody."),
    EMAIL_UNREADABLE("不是完整的邮箱地址。", "This is no whole e-mail address."),
    PLATFORM_MISSING(
            "买家号前缺少平台；请写成“tmall:买家号”，或对应“平台”一列。",
            "The buyer id lacks its platform; write “tmall:id”, or map a column as platform."),
    PERSON_ERASED(
            "这个人要求删除过个人信息，名单不能把人加回来；请从名单里去掉。",
            "This person asked to be forgotten, and a list cannot bring them back; take them off it."),
    VALUE_TOO_LONG("内容超过 1,000 个字符。", "The value is longer than 1,000 characters."),
    CODE_MISSING("缺少编号。", "The code is missing."),
    CODE_TOO_LONG("编号超过 200 个字符。", "The code is longer than 200 characters."),
    NAME_MISSING("缺少名称。", "The name is missing."),
    COORDINATE_UNREADABLE(
            "经纬度无法识别；请用十进制度数，经度和纬度都要有。", "The coordinates cannot be read; both are needed, in decimal degrees."),
    DATUM_UNKNOWN("不认识的坐标系；可用 GCJ-02、WGS-84、BD-09。", "Unknown datum; there are GCJ-02, WGS-84 and BD-09."),
    POINTS_UNREADABLE("积分不是整数。", "The points are not a whole number."),
    POINTS_NEGATIVE("积分为负。", "The points are negative.");

    private final Text message;

    LineFault(String zh, String en) {
        this.message = new Text(zh, en);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static LineFault of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public Text message() {
        return message;
    }
}
