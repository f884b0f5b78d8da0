package io.waterwheel.journey.language;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How often a schedule comes round.
public enum Cadence {
    @JsonProperty("day")
    DAY,
    @JsonProperty("week")
    WEEK,
    @JsonProperty("month")
    MONTH
}
