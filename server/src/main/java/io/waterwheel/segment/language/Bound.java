package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A limit, itself included.
public enum Bound {
    @JsonProperty("atLeast")
    AT_LEAST,
    @JsonProperty("atMost")
    AT_MOST
}
