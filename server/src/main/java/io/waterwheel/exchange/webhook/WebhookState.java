package io.waterwheel.exchange.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Whether a webhook is told of what happens.
public enum WebhookState {
    @JsonProperty("active")
    ACTIVE,
    /// By a person.
    @JsonProperty("paused")
    PAUSED,
    /// By us, because nothing could be delivered for days, or the receiver said that it is gone.
    @JsonProperty("disabled")
    DISABLED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static WebhookState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
