package io.waterwheel.journey.engine;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Whether somebody is in a journey.
public enum RunState {
    @JsonProperty("waiting")
    WAITING,
    /// Could not go on; a person decides.
    @JsonProperty("aside")
    ASIDE,
    @JsonProperty("ended")
    ENDED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RunState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
