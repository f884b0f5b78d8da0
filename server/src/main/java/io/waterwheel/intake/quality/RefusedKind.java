package io.waterwheel.intake.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What is wrong with a value.
public enum RefusedKind {
    /// It stands for nothing.
    @JsonProperty("placeholder")
    PLACEHOLDER,
    /// It is not what its attribute takes.
    @JsonProperty("malformed")
    MALFORMED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RefusedKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
