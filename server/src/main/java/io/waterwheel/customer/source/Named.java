package io.waterwheel.customer.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// How a level names whom it is for.
public enum Named {
    @JsonProperty("source")
    SOURCE,
    @JsonProperty("kind")
    KIND;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Named of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
