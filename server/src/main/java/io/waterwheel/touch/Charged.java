package io.waterwheel.touch;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a channel is paid by.
public enum Charged {
    @JsonProperty("nothing")
    NOTHING,
    @JsonProperty("message")
    MESSAGE,
    /// A long text counts several times.
    @JsonProperty("segment")
    SEGMENT
}
