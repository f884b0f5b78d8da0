package io.waterwheel.segment.download;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Where a download stands.
public enum DownloadState {
    @JsonProperty("making")
    MAKING,
    @JsonProperty("ready")
    READY,
    /// Its job failed or was cancelled.
    @JsonProperty("stopped")
    STOPPED,
    @JsonProperty("expired")
    EXPIRED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DownloadState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
