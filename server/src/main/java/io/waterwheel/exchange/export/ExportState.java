package io.waterwheel.exchange.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Where an export stands; what happens between started and the end is told by its job.
public enum ExportState {
    @JsonProperty("started")
    STARTED,
    @JsonProperty("done")
    DONE,
    /// Its files are gone.
    @JsonProperty("expired")
    EXPIRED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ExportState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
