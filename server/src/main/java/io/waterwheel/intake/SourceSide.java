package io.waterwheel.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Where a source's write key is kept.
public enum SourceSide {
    /// On a server, where only the brand's own people come by it.
    @JsonProperty("server")
    SERVER,
    /// In a page or an app, where anybody can read it: what it says is a stranger's word, so nothing that moves
    /// money or points is taken from it, see [io.waterwheel.kernel.event.EventNames#SERVER_SIDE].
    @JsonProperty("client")
    CLIENT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SourceSide of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
