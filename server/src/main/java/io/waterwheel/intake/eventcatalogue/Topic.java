package io.waterwheel.intake.eventcatalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a standard event is about.
public enum Topic {
    @JsonProperty("browsing")
    BROWSING,
    @JsonProperty("cart")
    CART,
    @JsonProperty("order")
    ORDER,
    @JsonProperty("person")
    PERSON,
    @JsonProperty("wecom")
    WECOM,
    @JsonProperty("message")
    MESSAGE,
    @JsonProperty("loyalty")
    LOYALTY
}
