package io.waterwheel.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// How a source's events come in.
public enum SourceKind {
    @JsonProperty("http")
    HTTP,
    @JsonProperty("file")
    FILE,
    @JsonProperty("kafka")
    KAFKA,
    @JsonProperty("connector")
    CONNECTOR;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SourceKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
