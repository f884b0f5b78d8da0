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
    CANCELLED,
    @JsonProperty("undoing")
    UNDOING,
    /// An undo that did not come to its end; it can be asked for again.
    @JsonProperty("undo_failed")
    UNDO_FAILED,
    @JsonProperty("undone")
    UNDONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it may be started, perhaps again.
    public boolean startable() {
        return switch (this) {
            case DRAFT, FAILED, CANCELLED -> true;
            case QUEUED, RUNNING, DONE, UNDOING, UNDO_FAILED, UNDONE -> false;
        };
    }

    /// Whether what it brought may be taken back.
    public boolean undoable() {
        return switch (this) {
            case DONE, FAILED, CANCELLED, UNDO_FAILED -> true;
            case DRAFT, QUEUED, RUNNING, UNDOING, UNDONE -> false;
        };
    }
}
