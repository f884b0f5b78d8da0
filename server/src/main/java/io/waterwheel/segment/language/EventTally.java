package io.waterwheel.segment.language;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Measures one customer's events, told one after the other in any order. Memory: the different values, where those
/// are counted.
public final class EventTally {

    private final EventMeasure measure;
    private final Set<String> different = new HashSet<>();
    private long count;
    private long numbers;
    private BigDecimal sum = BigDecimal.ZERO;
    private @Nullable Instant first;
    private @Nullable Instant last;

    public EventTally(EventMeasure measure) {
        this.measure = measure;
    }

    /// @param values what the measured property has; nothing when it is missing, or none is measured
    public void add(Instant at, List<String> values) {
        count++;
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
        switch (measure) {
            case COUNT, RECENCY, SINCE_FIRST -> {
                // the event itself is enough
            }
            case SUM, AVERAGE -> values.forEach(this::number);
            case DISTINCT -> values.forEach(value -> different.add(FoldedText.of(value)));
        }
    }

    private void number(String value) {
        if (Magnitude.of(value).orElse(null) instanceof Magnitude.Amount(BigDecimal amount)) {
            sum = sum.add(amount);
            numbers++;
        }
    }

    /// Whether what was measured is within a bound.
    ///
    /// @param now until when days are counted
    public boolean meets(Bound bound, BigDecimal value, Instant now) {
        return switch (measure) {
            case COUNT -> within(BigDecimal.valueOf(count), bound, value);
            case SUM -> within(sum, bound, value);
            // The same as the quotient compared, without rounding one.
            case AVERAGE -> numbers > 0 && within(sum, bound, value.multiply(BigDecimal.valueOf(numbers)));
            case DISTINCT -> within(BigDecimal.valueOf(different.size()), bound, value);
            case RECENCY -> last != null && within(days(last, now), bound, value);
            case SINCE_FIRST -> first != null && within(days(first, now), bound, value);
        };
    }

    private static BigDecimal days(Instant from, Instant now) {
        Duration since = Duration.between(from, now);
        long whole = since.toDays();
        // Rounded down, of what lies ahead too.
        return BigDecimal.valueOf(since.isNegative() && !since.equals(Duration.ofDays(whole)) ? whole - 1 : whole);
    }

    private static boolean within(BigDecimal measured, Bound bound, BigDecimal value) {
        int compared = measured.compareTo(value);
        return bound == Bound.AT_LEAST ? compared >= 0 : compared <= 0;
    }
}
