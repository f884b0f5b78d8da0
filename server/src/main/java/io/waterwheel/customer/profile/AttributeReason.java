package io.waterwheel.customer.profile;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why a value stands.
public enum AttributeReason {
    /// Only one source said anything.
    @JsonProperty("only")
    ONLY,
    /// It is the newest of all.
    @JsonProperty("newest")
    NEWEST,
    /// Another source said something newer, and counts less.
    @JsonProperty("priority")
    PRIORITY
}
