package io.waterwheel.segment.engine;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What the customers of one part have in common.
public enum PartKind {
    /// One value, however it is spelled.
    @JsonProperty("value")
    VALUE,
    /// Days from one to another, both included.
    @JsonProperty("days")
    DAYS,
    /// Numbers from one up to, but not including, another.
    @JsonProperty("numbers")
    NUMBERS,
    /// Any other value.
    @JsonProperty("rest")
    REST,
    /// No value.
    @JsonProperty("unknown")
    UNKNOWN
}
