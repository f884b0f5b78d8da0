package io.waterwheel.segment.list;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Where a list comes from.
public enum ListOrigin {
    /// Everybody who was in a segment when it was taken.
    @JsonProperty("snapshot")
    SNAPSHOT,
    /// Everybody named in a file.
    @JsonProperty("upload")
    UPLOAD;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ListOrigin of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
