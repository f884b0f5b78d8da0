package io.waterwheel.touch.email;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// How the connection to the mail server is protected.
public enum EmailSecurity {
    @JsonProperty("none")
    NONE,
    @JsonProperty("starttls")
    STARTTLS,
    @JsonProperty("tls")
    TLS;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EmailSecurity of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
