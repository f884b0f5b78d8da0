package io.waterwheel.touch.calltask;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What came of a call.
public enum CallResult {
    @JsonProperty("reached")
    REACHED,
    @JsonProperty("not-reached")
    NOT_REACHED,
    /// The customer does not want to be called.
    @JsonProperty("refused")
    REFUSED,
    /// Somebody else has this number.
    @JsonProperty("wrong-number")
    WRONG_NUMBER;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static CallResult of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
