package io.waterwheel.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What a file tells of.
public enum ImportKind {
    @JsonProperty("orders")
    ORDERS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
