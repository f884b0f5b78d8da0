package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;

/// Where a customer stands by their own time between purchases; everybody is in exactly one stage.
public enum LifecycleStage {
    /// Has not bought.
    @JsonProperty("prospect")
    PROSPECT("潜客", "prospect"),
    /// Bought for the first time at most a cycle ago.
    @JsonProperty("new")
    NEW("新客", "new"),
    /// Bought at most a cycle ago.
    @JsonProperty("active")
    ACTIVE("活跃", "active"),
    /// At most two cycles ago.
    @JsonProperty("cooling")
    COOLING("降温", "cooling"),
    /// At most three cycles ago.
    @JsonProperty("silent")
    SILENT("沉默", "silent"),
    /// Longer ago.
    @JsonProperty("lost")
    LOST("流失", "lost");

    private final Text label;

    LifecycleStage(String zh, String en) {
        this.label = new Text(zh, en);
    }

    Text label() {
        return label;
    }
}
