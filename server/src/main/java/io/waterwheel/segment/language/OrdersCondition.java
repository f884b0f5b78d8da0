package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a customer bought from the brand, compared with a number.
///
/// A customer without such orders in the window has count, sum, quantity and distinctProducts 0, and neither average
/// nor recency nor sinceFirst: `count atMost 0` finds them, a recency never does.
///
/// @param value  orders, minor units of the brand's currency, whole days, pieces, or products
/// @param window null for all that is known
/// @param where  every one of them must hold: those of lines for one and the same line; null for all orders
public record OrdersCondition(
        Measure measure,
        Bound operator,
        long value,
        @Nullable Window window,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<OrderFilter> where)
        implements Condition {

    static final int MOST_FILTERS = 10;

    public OrdersCondition {
        where = where == null || where.isEmpty() ? null : List.copyOf(where);
        InvalidCondition.when(
                value < measure.least() || value > measure.most(),
                "/value",
                Fault.OUT_OF_RANGE,
                measure.least() + " … " + measure.most());
        InvalidCondition.when(
                where != null && where.size() > MOST_FILTERS, "/where", Fault.TOO_MANY_FILTERS, MOST_FILTERS);
    }

    /// About all orders.
    public OrdersCondition(Measure measure, Bound operator, long value, @Nullable Window window) {
        this(measure, operator, value, window, null);
    }

    /// Which orders and lines are looked at; none: all.
    public List<OrderFilter> filters() {
        return where == null ? List.of() : where;
    }
}
