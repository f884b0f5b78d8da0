package io.waterwheel.kernel.job;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Where a job stands.
public enum JobState {
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("paused")
    PAUSED,
    @JsonProperty("done")
    DONE,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("cancelled")
    CANCELLED;

    public boolean ended() {
        return switch (this) {
            case QUEUED, RUNNING, PAUSED -> false;
            case DONE, FAILED, CANCELLED -> true;
        };
    }
}
