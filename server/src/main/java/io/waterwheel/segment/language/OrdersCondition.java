package io.waterwheel.segment.language;

import org.jspecify.annotations.Nullable;

/// What a customer bought from the brand, compared with a number.
///
/// A customer without orders in the window has count 0, sum 0 and no recency: `count atMost 0` finds them, a recency
/// never does.
///
/// @param value  orders, minor units of the brand's currency, or whole days
/// @param window null for all that is known
public record OrdersCondition(
        Measure measure,
        Bound operator,
        long value,
        @Nullable Window window) implements Condition {

    public OrdersCondition {
        InvalidCondition.when(
                value < measure.least() || value > measure.most(),
                "/value",
                Fault.OUT_OF_RANGE,
                measure.least() + " … " + measure.most());
    }
}
