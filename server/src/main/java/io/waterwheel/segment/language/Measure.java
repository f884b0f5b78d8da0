package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What of a customer's orders is measured.
public enum Measure {
    /// Paid orders in the window: those above zero. A refund takes none away.
    @JsonProperty("count")
    COUNT(0, 1_000_000),
    /// Net sales in minor units: orders paid in the window less refunds given in the window.
    @JsonProperty("sum")
    SUM(-1_000_000_000_000_000L, 1_000_000_000_000_000L),
    /// Whole days (24 hours) from the last paid order in the window until now.
    @JsonProperty("recency")
    RECENCY(0, 36_500);

    private final long least;
    private final long most;

    Measure(long least, long most) {
        this.least = least;
        this.most = most;
    }

    long least() {
        return least;
    }

    long most() {
        return most;
    }
}
