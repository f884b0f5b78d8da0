package io.waterwheel.journey.language;

import com.fasterxml.jackson.annotation.JsonProperty;

/// In what a [Span] is counted.
public enum SpanUnit {
    @JsonProperty("minutes")
    MINUTES(Span.MOST_DAYS * 24 * 60),
    @JsonProperty("hours")
    HOURS(Span.MOST_DAYS * 24),
    @JsonProperty("days")
    DAYS(Span.MOST_DAYS);

    private final int most;

    SpanUnit(int most) {
        this.most = most;
    }

    int most() {
        return most;
    }
}
