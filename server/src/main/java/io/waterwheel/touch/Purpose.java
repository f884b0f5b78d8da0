package io.waterwheel.touch;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Why we write: consent and caps differ.
public enum Purpose {
    @JsonProperty("marketing")
    MARKETING,
    @JsonProperty("service")
    SERVICE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Purpose of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
