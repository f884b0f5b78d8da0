package io.waterwheel.intake.quarantine;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What became of one replay.
public enum ReplayOutcome {
    /// It is in the log now.
    @JsonProperty("replayed")
    REPLAYED,
    /// It had been in the log before; nothing changed there.
    @JsonProperty("duplicate")
    DUPLICATE,
    /// It still cannot be taken.
    @JsonProperty("refused")
    REFUSED
}
