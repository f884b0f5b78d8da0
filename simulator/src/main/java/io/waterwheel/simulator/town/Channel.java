package io.waterwheel.simulator.town;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How a message reached a person.
public enum Channel {
    WECOM,
    /// A mass message in a group.
    GROUP,
    /// What a guide published for customers to see.
    MOMENT,
    EMAIL;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
