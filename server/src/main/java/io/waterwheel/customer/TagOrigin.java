package io.waterwheel.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// How a tag came to be put on or taken off.
public enum TagOrigin {
    /// By a person, one customer or many at once.
    @JsonProperty("manual")
    MANUAL,
    @JsonProperty("rule")
    RULE,
    /// By the way a customer came.
    @JsonProperty("channel")
    CHANNEL,
    @JsonProperty("model")
    MODEL,
    @JsonProperty("import")
    IMPORT,
    @JsonProperty("wecom")
    WECOM;

    /// The name in the database and in events.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static TagOrigin of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
