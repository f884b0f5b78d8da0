package io.waterwheel.exchange.topic;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Whether an inlet or an outlet is open.
public enum FlowState {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("paused")
    PAUSED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FlowState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
