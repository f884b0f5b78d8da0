package io.waterwheel.journey.saved;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Whether people come into a journey and go on in it.
public enum JourneyState {
    /// Never published.
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("live")
    LIVE,
    /// Nobody goes on; timers stand still.
    @JsonProperty("paused")
    PAUSED,
    /// Everybody was let out.
    @JsonProperty("stopped")
    STOPPED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static JourneyState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
