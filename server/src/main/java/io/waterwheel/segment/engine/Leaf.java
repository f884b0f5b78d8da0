package io.waterwheel.segment.engine;

import io.waterwheel.segment.language.AnniversaryCondition;
import io.waterwheel.segment.language.Attribute;
import io.waterwheel.segment.language.AttributeCondition;
import io.waterwheel.segment.language.Bound;
import io.waterwheel.segment.language.Interval;
import io.waterwheel.segment.language.LifecycleStage;
import io.waterwheel.segment.language.Measure;
import io.waterwheel.segment.language.Operator;
import io.waterwheel.segment.language.OrderFilter;
import io.waterwheel.segment.language.OrdersCondition;
import io.waterwheel.segment.language.RfmCuts;
import io.waterwheel.segment.language.StandardAttribute;
import io.waterwheel.segment.language.TagCondition;
import io.waterwheel.segment.language.TouchpointChannel;
import io.waterwheel.segment.language.TouchpointState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A canonical leaf with every time in it resolved: nothing of the clock is left, so equal leaves have equal
/// answers on equal data. The same leaf can be asked of any engine.
sealed interface Leaf {

    /// Everybody the brand knows.
    record Known() implements Leaf {}

    /// A positive comparison.
    ///
    /// @param zone decides which instants a day is
    record Compared(Attribute attribute, Operator operator, List<String> values, ZoneId zone) implements Leaf {}

    /// The day of an attribute comes round.
    ///
    /// @param days of each year, as month × 100 + day
    record Anniversary(StandardAttribute attribute, SortedMap<Integer, List<Integer>> days) implements Leaf {}

    /// Everybody who has a tag.
    record Tagged(long tag) implements Leaf {}

    /// At least so many paid orders, one or more.
    record Count(long atLeast, @Nullable Interval window) implements Leaf {}

    /// Net sales of customers who had an order or a refund, at least or at most an amount.
    record Sum(Bound bound, long value, @Nullable Interval window) implements Leaf {}

    /// The last paid order was after an instant, or else at or before it.
    record LastOrder(boolean after, Instant at, @Nullable Interval window) implements Leaf {}

    /// How it stands with a way to reach a customer.
    ///
    /// @param guides whose friendships are looked at; none: everybody's
    record Reached(TouchpointChannel channel, TouchpointState state, List<String> guides) implements Leaf {}

    /// Buyers of the year that ends today, or with the newest order, who have these scores; null is any.
    record Rfm(
            @Nullable List<Integer> r,
            @Nullable List<Integer> f,
            @Nullable List<Integer> m,
            @Nullable RfmCuts cuts,
            LocalDate today)
            implements Leaf {}

    /// Buyers in these stages of their life with the brand.
    ///
    /// @param cycleDays null for each customer's own
    record Lifecycle(
            List<LifecycleStage> stages, @Nullable Integer cycleDays, LocalDate today) implements Leaf {}

    /// One of these events happened with the customer.
    ///
    /// @param names sorted
    record Happened(List<String> names, Interval window) implements Leaf {}

    /// Became a member then.
    record Joined(Interval window) implements Leaf {}

    /// Looks at some orders, or lines in them, only.
    sealed interface Filtered extends Leaf {
        List<OrderFilter> where();
    }

    /// At least so many of some orders or of the products in them, one or more.
    record Several(
            Measure measure, long atLeast, @Nullable Interval window, List<OrderFilter> where)
            implements Filtered {}

    /// Pieces in the lines of orders, more than none.
    record Pieces(
            BigDecimal atLeast, @Nullable Interval window, List<OrderFilter> where)
            implements Filtered {}

    /// Net sales of customers who had such an order or refund; or those per order, of customers who had an order.
    record Net(
            boolean perOrder, Bound bound, long value, @Nullable Interval window, List<OrderFilter> where)
            implements Filtered {}

    /// The first or the last of some orders was after an instant, or else at or before it.
    record Ordered(
            boolean first, boolean after, Instant at, @Nullable Interval window, List<OrderFilter> where)
            implements Filtered {}

    static Leaf of(AttributeCondition asked, Moment moment) {
        return new Compared(asked.subject(), asked.operator(), asked.values(), moment.zone());
    }

    static Leaf of(AnniversaryCondition asked, Moment moment) {
        SortedMap<Integer, List<Integer>> days = new TreeMap<>();
        asked.within().from(moment.today()).forEach(day -> {
            List<Integer> ofYear = days.computeIfAbsent(day.getYear(), year -> new ArrayList<>());
            ofYear.add(day.getMonthValue() * 100 + day.getDayOfMonth());
            if (!day.isLeapYear() && day.getMonthValue() == 2 && day.getDayOfMonth() == 28) {
                ofYear.add(2 * 100 + 29);
            }
        });
        return new Anniversary(asked.subject(), days);
    }

    /// The canonical question about tags is about one.
    static Leaf of(TagCondition asked) {
        return new Tagged(Long.parseLong(asked.tags().getFirst()));
    }

    /// How long ago the first or the last of some orders was.
    static Leaf since(OrdersCondition asked, Moment moment) {
        // Whole days d ≤ n means less than n + 1 days ago; d ≥ n means n days ago or longer.
        boolean after = asked.operator() == Bound.AT_MOST;
        Instant at = moment.daysAgo(after ? asked.value() + 1 : asked.value());
        Interval window = window(asked, moment);
        boolean first = asked.measure() == Measure.SINCE_FIRST;
        return first || !asked.filters().isEmpty()
                ? new Ordered(first, after, at, window, asked.filters())
                : new LastOrder(after, at, window);
    }

    /// @param least one or more
    static Leaf several(OrdersCondition asked, long least, @Nullable Interval window) {
        return asked.measure() == Measure.COUNT && asked.filters().isEmpty()
                ? new Count(least, window)
                : new Several(asked.measure(), least, window, asked.filters());
    }

    static Leaf sum(OrdersCondition asked, Bound bound, long value, @Nullable Interval window) {
        return asked.filters().isEmpty()
                ? new Sum(bound, value, window)
                : new Net(false, bound, value, window, asked.filters());
    }

    static @Nullable Interval window(OrdersCondition asked, Moment moment) {
        return asked.window() == null ? null : asked.window().at(moment.now(), moment.zone());
    }
}
