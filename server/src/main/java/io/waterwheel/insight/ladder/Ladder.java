package io.waterwheel.insight.ladder;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// From the first order to the second, the third and on, over everything the brand ever sold to known customers.
public record Ladder(List<LadderStep> steps, Instant dataAt) {

    /// @param step        1 for the first order
    /// @param customers   buyers who ever placed that many orders
    /// @param reachedNext those of them who placed one more
    /// @param share       `reachedNext` ÷ `customers`
    /// @param medianDays  median time from this order to the next, of those who placed it
    public record LadderStep(
            int step,
            long customers,
            long reachedNext,
            double share,
            @Nullable Double medianDays) {}
}
