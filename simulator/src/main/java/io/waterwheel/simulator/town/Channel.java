package io.waterwheel.simulator.town;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How a message reached a person.
public enum Channel {
    WECOM,
    EMAIL;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
