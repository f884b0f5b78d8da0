package io.waterwheel.segment.list;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;
import java.util.Locale;

/// Why a row of an uploaded list led to nobody.
public enum UnmatchedReason {
    @JsonProperty("no-row")
    NO_ROW("这一行的格式有误。", "This line is malformed."),
    @JsonProperty("blank")
    BLANK("这一格是空的。", "The cell is empty."),
    @JsonProperty("unreadable")
    UNREADABLE("不是完整的标识；打了码的号码不能用来找人。", "This is no whole identifier; a masked one names nobody."),
    @JsonProperty("unknown")
    UNKNOWN("这个品牌没有这位客户。", "The brand does not know such a customer."),
    @JsonProperty("shared")
    SHARED("太多人共用这个标识，说不清是谁。", "Too many people share this identifier to tell who is meant.");

    private final Text message;

    UnmatchedReason(String zh, String en) {
        this.message = new Text(zh, en);
    }

    /// The name in the database and in the API.
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Text message() {
        return message;
    }
}
