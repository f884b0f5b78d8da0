package io.waterwheel.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Where an import stands. From `queued` to the end it is what its job says.
public enum ImportState {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("cancelled")
    CANCELLED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it may be started, perhaps again.
    public boolean startable() {
        return switch (this) {
            case DRAFT, FAILED, CANCELLED -> true;
            case QUEUED, RUNNING, DONE -> false;
        };
    }
}
