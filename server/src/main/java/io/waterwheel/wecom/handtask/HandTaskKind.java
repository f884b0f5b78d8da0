package io.waterwheel.wecom.handtask;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Whom a guide is to write to.
public enum HandTaskKind {
    /// One customer.
    @JsonProperty("write")
    WRITE,
    /// A group.
    @JsonProperty("post")
    POST;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static HandTaskKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
