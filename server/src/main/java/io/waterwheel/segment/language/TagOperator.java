package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How a customer's tags are compared with a list.
public enum TagOperator {
    /// At least one of them.
    @JsonProperty("any")
    ANY,
    /// Every one of them.
    @JsonProperty("all")
    ALL,
    /// Not one of them.
    @JsonProperty("none")
    NONE
}
