package io.waterwheel.kernel.lag;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What can be late.
public enum LateKind {
    /// People in journeys whose time has come.
    @JsonProperty("runs")
    RUNS,
    /// People in journeys who were put aside and wait for a person.
    @JsonProperty("aside")
    ASIDE,
    /// Single messages that could go.
    @JsonProperty("sends")
    SENDS,
    /// Broadcasts that do not get on.
    @JsonProperty("broadcast")
    BROADCAST,
    /// Jobs nobody has begun.
    @JsonProperty("job")
    JOB,
    /// Readers of the event log that have fallen behind.
    @JsonProperty("log")
    LOG;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static LateKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
