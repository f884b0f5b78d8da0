package io.waterwheel.customer.identity.graph;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What became of a link.
public enum LinkState {
    /// It is why its two ends are one customer's.
    @JsonProperty("joins")
    JOINS,
    /// Its ends belong together by other links already.
    @JsonProperty("agrees")
    AGREES,
    /// Both sides have different values of something a person has only one of.
    @JsonProperty("contradicted")
    CONTRADICTED,
    /// One of its ends is shared by too many.
    @JsonProperty("shared")
    SHARED,
    /// The browser belongs to somebody else already.
    @JsonProperty("browser_taken")
    BROWSER_TAKEN,
    /// A person decided that its ends are two people's.
    @JsonProperty("separated")
    SEPARATED;

    public boolean holds() {
        return this == JOINS || this == AGREES;
    }
}
