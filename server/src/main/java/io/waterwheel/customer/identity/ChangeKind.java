package io.waterwheel.customer.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What happened to two customers.
public enum ChangeKind {
    @JsonProperty("merged")
    MERGED,
    @JsonProperty("separated")
    SEPARATED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ChangeKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
