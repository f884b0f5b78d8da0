package io.waterwheel.wecom.handtask;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What came of a task.
public enum HandTaskResult {
    @JsonProperty("sent")
    SENT,
    /// The customer has deleted the guide.
    @JsonProperty("not-a-friend")
    NOT_A_FRIEND,
    /// The guide did not want to send it.
    @JsonProperty("declined")
    DECLINED,
    /// The group is not there any more, or the guide is not in it.
    @JsonProperty("group-gone")
    GROUP_GONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static HandTaskResult of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// Whether a task of that kind can end so.
    boolean fits(HandTaskKind kind) {
        return switch (this) {
            case SENT, DECLINED -> true;
            case NOT_A_FRIEND -> kind == HandTaskKind.WRITE;
            case GROUP_GONE -> kind == HandTaskKind.POST;
        };
    }
}
