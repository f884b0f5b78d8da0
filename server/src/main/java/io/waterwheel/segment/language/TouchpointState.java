package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How it stands with a way to reach a customer. They do not exclude each other, save `reachable` the other two.
public enum TouchpointState {
    /// There is a touchpoint, whether it still works or not.
    @JsonProperty("has")
    HAS,
    /// Marketing may use it now.
    @JsonProperty("reachable")
    REACHABLE,
    /// The customer's last word about marketing by it was no.
    @JsonProperty("unsubscribed")
    UNSUBSCRIBED,
    /// There was a touchpoint and none works any more. Of numbers nobody tells us.
    @JsonProperty("lost")
    LOST
}
