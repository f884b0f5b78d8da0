package io.waterwheel.customer.suggestion;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Where a suggestion stands.
public enum SuggestionState {
    /// Waits for a person.
    @JsonProperty("open")
    OPEN,
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("rejected")
    REJECTED,
    /// Nothing is left to decide: the two became one, or what spoke for it has changed.
    @JsonProperty("obsolete")
    OBSOLETE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SuggestionState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
