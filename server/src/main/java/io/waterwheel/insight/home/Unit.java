package io.waterwheel.insight.home;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a metric's value counts; money is in minor units.
public enum Unit {
    @JsonProperty("people")
    PEOPLE,
    @JsonProperty("money")
    MONEY,
    @JsonProperty("rate")
    RATE,
    @JsonProperty("number")
    NUMBER
}
