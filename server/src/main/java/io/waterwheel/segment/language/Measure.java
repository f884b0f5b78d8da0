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
    RECENCY(0, 36_500),
    /// Net sales per paid order in the window, in minor units.
    @JsonProperty("average")
    AVERAGE(-1_000_000_000_000_000L, 1_000_000_000_000_000L),
    /// Pieces in the lines of paid orders in the window. A refund takes none away.
    @JsonProperty("quantity")
    QUANTITY(0, 1_000_000_000),
    /// Different product codes in the lines of paid orders in the window.
    @JsonProperty("distinctProducts")
    DISTINCT_PRODUCTS(0, 1_000_000),
    /// Whole days (24 hours) from the first paid order in the window until now.
    @JsonProperty("sinceFirst")
    SINCE_FIRST(0, 36_500);

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

    /// Whether it is a whole number that everybody has, so that "at most n" is "not at least n + 1".
    boolean whole() {
        return switch (this) {
            case COUNT, SUM, DISTINCT_PRODUCTS -> true;
            case AVERAGE, QUANTITY, RECENCY, SINCE_FIRST -> false;
        };
    }
}
