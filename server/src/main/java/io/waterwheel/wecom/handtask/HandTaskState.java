package io.waterwheel.wecom.handtask;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Where a task stands.
public enum HandTaskState {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("done")
    DONE,
    /// Nobody did it in time.
    @JsonProperty("expired")
    EXPIRED,
    /// Taken back before anybody did it.
    @JsonProperty("recalled")
    RECALLED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static HandTaskState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
