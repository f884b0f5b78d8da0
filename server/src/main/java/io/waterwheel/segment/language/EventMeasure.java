package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What of a customer's events is measured.
public enum EventMeasure {
    /// How many there are.
    @JsonProperty("count")
    COUNT(false, true, 0, 1_000_000),
    /// The numbers of a property added up, exactly; what is not a number does not count.
    @JsonProperty("sum")
    SUM(true, false, -Decimals.MOST, Decimals.MOST),
    /// Their sum divided by how many they are.
    @JsonProperty("average")
    AVERAGE(true, false, -Decimals.MOST, Decimals.MOST),
    /// How many different values a property has.
    @JsonProperty("distinct")
    DISTINCT(true, true, 0, 1_000_000),
    /// Whole days (24 hours) from the last one until now.
    @JsonProperty("recency")
    RECENCY(false, true, 0, 36_500),
    /// Whole days (24 hours) from the first one until now.
    @JsonProperty("sinceFirst")
    SINCE_FIRST(false, true, 0, 36_500);

    private final boolean ofProperty;
    private final boolean whole;
    private final long least;
    private final long most;

    EventMeasure(boolean ofProperty, boolean whole, long least, long most) {
        this.ofProperty = ofProperty;
        this.whole = whole;
        this.least = least;
        this.most = most;
    }

    /// Whether it is taken of a property.
    public boolean ofProperty() {
        return ofProperty;
    }

    /// Whether a customer without such events has 0, rather than nothing to compare.
    public boolean zeroWithout() {
        return switch (this) {
            case COUNT, SUM, DISTINCT -> true;
            case AVERAGE, RECENCY, SINCE_FIRST -> false;
        };
    }

    /// Whether it is only ever compared with whole numbers.
    boolean whole() {
        return whole;
    }

    long least() {
        return least;
    }

    long most() {
        return most;
    }
}
