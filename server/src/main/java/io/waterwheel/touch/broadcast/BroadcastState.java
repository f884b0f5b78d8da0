package io.waterwheel.touch.broadcast;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Where a broadcast stands.
public enum BroadcastState {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("planning")
    PLANNING,
    @JsonProperty("planned")
    PLANNED,
    /// A second person has been asked.
    @JsonProperty("awaiting")
    AWAITING,
    @JsonProperty("approved")
    APPROVED,
    /// This plan will not be sent; another may be made.
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("sending")
    SENDING,
    @JsonProperty("paused")
    PAUSED,
    @JsonProperty("done")
    DONE,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("failed")
    FAILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static BroadcastState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
