package io.waterwheel.journey.language;

import com.fasterxml.jackson.annotation.JsonProperty;

/// When somebody may come in again.
public enum ReentryRule {
    @JsonProperty("never")
    NEVER,
    @JsonProperty("afterExit")
    AFTER_EXIT,
    @JsonProperty("afterDays")
    AFTER_DAYS,
    /// With every event that has another key.
    @JsonProperty("always")
    ALWAYS
}
