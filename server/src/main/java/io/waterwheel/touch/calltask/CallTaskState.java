package io.waterwheel.touch.calltask;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Where a call stands.
public enum CallTaskState {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("done")
    DONE,
    /// Nobody called in time.
    @JsonProperty("expired")
    EXPIRED,
    /// The broadcast was cancelled before anybody called.
    @JsonProperty("recalled")
    RECALLED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CallTaskState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
