package io.waterwheel.touch.policy;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why a broadcast needs a second person.
public enum AboveLimit {
    @JsonProperty("recipients")
    RECIPIENTS,
    @JsonProperty("cost")
    COST,
    /// There is a limit of cost, and nobody has said what a message costs.
    @JsonProperty("unknown-cost")
    UNKNOWN_COST
}
