package io.waterwheel.segment.list;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Whether a list can be used.
public enum ListState {
    @JsonProperty("making")
    MAKING,
    @JsonProperty("ready")
    READY,
    /// Its job failed or was cancelled; it can be resumed there, or the list deleted.
    @JsonProperty("stopped")
    STOPPED
}
