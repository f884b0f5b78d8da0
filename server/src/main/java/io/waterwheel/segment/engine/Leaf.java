package io.waterwheel.segment.engine;

import io.waterwheel.segment.language.Attribute;
import io.waterwheel.segment.language.Bound;
import io.waterwheel.segment.language.CustomAttribute;
import io.waterwheel.segment.language.EventFilter;
import io.waterwheel.segment.language.EventMeasure;
import io.waterwheel.segment.language.Interval;
import io.waterwheel.segment.language.LifecycleStage;
import io.waterwheel.segment.language.Measure;
import io.waterwheel.segment.language.Operator;
import io.waterwheel.segment.language.OrderFilter;
import io.waterwheel.segment.language.RfmCuts;
import io.waterwheel.segment.language.StandardAttribute;
import io.waterwheel.segment.language.TouchpointChannel;
import io.waterwheel.segment.language.TouchpointState;
import io.waterwheel.warehouse.WarehouseTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A canonical leaf with every time in it resolved: nothing of the clock is left, so equal leaves have equal
/// answers on equal data. The same leaf can be asked of any engine.
///
/// A leaf also says how an answer it had is brought to newer data and a later moment ([Answers]). One that says nothing
/// is scanned afresh whenever either has moved, which is always right.
sealed interface Leaf {

    /// The tables its answer rests on, when the answer for a customer follows from that customer's own rows: then only
    /// those whose rows changed are looked at again. None: scanned afresh with every change of the data.
    default Set<WarehouseTable> reads() {
        return Set.of();
    }

    /// The same question without its moment: equal for leaves of one condition, whenever it is asked. What stands in it
    /// as an instant and moves along with now is replaced by how far it is from now.
    default Leaf question(Instant now) {
        return this;
    }

    /// Where time cuts, in an order that depends on the [question][#question] alone. Everything in which leaves of
    /// one question can differ must be here.
    default List<Edge> edges() {
        return List.of();
    }

    /// Everybody the brand knows.
    record Known() implements Leaf {
        @Override
        public Set<WarehouseTable> reads() {
            return Set.of(WarehouseTable.RELATION);
        }
    }

    /// A positive comparison.
    ///
    /// @param zone decides which instants a day is
    record Compared(Attribute attribute, Operator operator, List<String> values, ZoneId zone) implements Leaf {
        @Override
        public Set<WarehouseTable> reads() {
            return Set.of(table(attribute));
        }
    }

    /// The day of an attribute comes round.
    ///
    /// @param days of each year, as month × 100 + day
    record Anniversary(StandardAttribute attribute, SortedMap<Integer, List<Integer>> days) implements Leaf {
        @Override
        public Set<WarehouseTable> reads() {
            return Set.of(table(attribute));
        }
    }

    /// Everybody who has a tag.
    record Tagged(long tag) implements Leaf {
        @Override
        public Set<WarehouseTable> reads() {
            return Set.of(WarehouseTable.TAG);
        }
    }

    /// At least so many paid orders, one or more.
    record Count(long atLeast, @Nullable Interval window) implements Leaf {
        @Override
        public Set<WarehouseTable> reads() {
            return Set.of(WarehouseTable.ORDERS);
        }

        @Override
        public Leaf question(Instant now) {
            return new Count(atLeast, still(window));
        }

        @Override
        public List<Edge> edges() {
            return Edge.of(window, Timeline.ORDERS);
        }
    }

    /// Net sales of customers who had an order or a refund, at least or at most an amount.
    record Sum(Bound bound, long value, @Nullable Interval window) implements Leaf {
        @Override
        public Set<WarehouseTable> reads() {
            return Set.of(WarehouseTable.ORDERS, WarehouseTable.REFUND);
        }

        @Override
        public Leaf question(Instant now) {
            return new Sum(bound, value, still(window));
        }

        @Override
        public List<Edge> edges() {
            return Edge.of(window, Timeline.ORDERS, Timeline.REFUNDS);
        }
    }

    /// The last paid order was after an instant, or else at or before it.
    record LastOrder(boolean after, Instant at, @Nullable Interval window) implements Leaf {
        @Override
        public Set<WarehouseTable> reads() {
            return Set.of(WarehouseTable.ORDERS);
        }

        @Override
        public Leaf question(Instant now) {
            return new LastOrder(after, still(at, now), still(window));
        }

        @Override
        public List<Edge> edges() {
            return Edge.of(window, at, Timeline.ORDERS);
        }
    }

    /// Where a customer's attribute stands.
    private static WarehouseTable table(Attribute attribute) {
        return switch (attribute) {
            case CustomAttribute _ -> WarehouseTable.CUSTOMER;
            case StandardAttribute standard ->
                switch (standard) {
                    case CITY, PROVINCE, GENDER, BIRTHDAY -> WarehouseTable.CUSTOMER;
                    case REACHABLE_BY_WECOM, REACHABLE_BY_EMAIL, MEMBER_SINCE, FIRST_SEEN_AT, LAST_SEEN_AT ->
                        WarehouseTable.RELATION;
                };
        };
    }

    private static @Nullable Interval still(@Nullable Interval window) {
        return window == null ? null : window.still();
    }

    /// How far an instant is from now.
    private static Instant still(Instant at, Instant now) {
        return Instant.EPOCH.plus(Duration.between(now, at));
    }

    /// How it stands with a way to reach a customer.
    ///
    /// @param guides whose friendships are looked at; none: everybody's
    record Reached(TouchpointChannel channel, TouchpointState state, List<String> guides) implements Leaf {
        @Override
        public Set<WarehouseTable> reads() {
            if (guides.isEmpty()) {
                return Set.of(WarehouseTable.RELATION);
            }
            return state == TouchpointState.REACHABLE
                    ? Set.of(WarehouseTable.RELATION, WarehouseTable.FRIEND)
                    : Set.of(WarehouseTable.FRIEND);
        }
    }

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
    record Lifecycle(List<LifecycleStage> stages, @Nullable Integer cycleDays, LocalDate today) implements Leaf {}

    /// One of these events happened with the customer.
    ///
    /// @param names sorted
    record Happened(List<String> names, Interval window) implements Leaf {
        @Override
        public Set<WarehouseTable> reads() {
            return Set.of(WarehouseTable.EVENT);
        }

        @Override
        public Leaf question(Instant now) {
            return new Happened(names, window.still());
        }

        @Override
        public List<Edge> edges() {
            return Edge.of(window, Timeline.EVENTS);
        }
    }

    /// Became a member then.
    record Joined(Interval window) implements Leaf {
        @Override
        public Set<WarehouseTable> reads() {
            return Set.of(WarehouseTable.RELATION);
        }

        @Override
        public Leaf question(Instant now) {
            return new Joined(window.still());
        }

        @Override
        public List<Edge> edges() {
            return Edge.of(window, Timeline.MEMBERS);
        }
    }

    /// Looks at some orders, or lines in them, only.
    sealed interface Filtered extends Leaf {
        List<OrderFilter> where();

        /// Whether something is asked of lines, which then stand in the place of their orders.
        default boolean byLine() {
            return where().stream().anyMatch(filter -> filter.fact().ofLine());
        }

        default WarehouseTable sales() {
            return byLine() ? WarehouseTable.ORDER_LINE : WarehouseTable.ORDERS;
        }

        default Timeline salesTime() {
            return byLine() ? Timeline.ORDER_LINES : Timeline.ORDERS;
        }

        @Override
        default Set<WarehouseTable> reads() {
            return Set.of(sales());
        }
    }

    /// At least so many of some orders or of the products in them, one or more.
    record Several(Measure measure, long atLeast, @Nullable Interval window, List<OrderFilter> where)
            implements Filtered {
        @Override
        public boolean byLine() {
            return measure == Measure.DISTINCT_PRODUCTS || Filtered.super.byLine();
        }

        @Override
        public Leaf question(Instant now) {
            return new Several(measure, atLeast, still(window), where);
        }

        @Override
        public List<Edge> edges() {
            return Edge.of(window, salesTime());
        }
    }

    /// Pieces in the lines of orders, more than none.
    record Pieces(BigDecimal atLeast, @Nullable Interval window, List<OrderFilter> where) implements Filtered {
        @Override
        public boolean byLine() {
            return true;
        }

        @Override
        public Leaf question(Instant now) {
            return new Pieces(atLeast, still(window), where);
        }

        @Override
        public List<Edge> edges() {
            return Edge.of(window, salesTime());
        }
    }

    /// Net sales of customers who had such an order or refund; or those per order, of customers who had an order.
    record Net(
            boolean perOrder,
            Bound bound,
            long value,
            @Nullable Interval window,
            List<OrderFilter> where) implements Filtered {
        @Override
        public Set<WarehouseTable> reads() {
            return Set.of(sales(), byLine() ? WarehouseTable.REFUND_LINE : WarehouseTable.REFUND);
        }

        @Override
        public Leaf question(Instant now) {
            return new Net(perOrder, bound, value, still(window), where);
        }

        @Override
        public List<Edge> edges() {
            return Edge.of(window, salesTime(), byLine() ? Timeline.REFUND_LINES : Timeline.REFUNDS);
        }
    }

    /// The first or the last of some orders was after an instant, or else at or before it.
    record Ordered(
            boolean first,
            boolean after,
            Instant at,
            @Nullable Interval window,
            List<OrderFilter> where) implements Filtered {
        @Override
        public Leaf question(Instant now) {
            return new Ordered(first, after, still(at, now), still(window), where);
        }

        @Override
        public List<Edge> edges() {
            return Edge.of(window, at, salesTime());
        }
    }

    /// Customers who had at least one of the events, and of whom what is measured is so.
    ///
    /// @param property null when only the events are counted
    record Events(
            EventFilter events,
            EventMeasure measure,
            @Nullable String property,
            Comparison comparison,
            BigDecimal value,
            @Nullable Interval window)
            implements Leaf {
        @Override
        public Set<WarehouseTable> reads() {
            return Set.of(WarehouseTable.EVENT);
        }

        @Override
        public Leaf question(Instant now) {
            return new Events(events, measure, property, comparison, value, still(window));
        }

        @Override
        public List<Edge> edges() {
            return Edge.of(window, Timeline.EVENTS);
        }
    }

    /// The last or the first of the events was after an instant, or else at or before it.
    record EventTime(
            EventFilter events,
            boolean last,
            boolean after,
            Instant at,
            @Nullable Interval window) implements Leaf {
        @Override
        public Set<WarehouseTable> reads() {
            return Set.of(WarehouseTable.EVENT);
        }

        @Override
        public Leaf question(Instant now) {
            return new EventTime(events, last, after, still(at, now), still(window));
        }

        @Override
        public List<Edge> edges() {
            return Edge.of(window, at, Timeline.EVENTS);
        }
    }

    /// One event after the other, see [io.waterwheel.segment.language.SequenceCondition].
    ///
    /// @param window  in which the steps lie
    /// @param endedBy of a single step: before it its days must be over; null otherwise
    record Sequence(
            List<EventFilter> steps,
            int withinDays,
            @Nullable EventFilter without,
            @Nullable Interval window,
            @Nullable Instant endedBy)
            implements Leaf {
        @Override
        public Set<WarehouseTable> reads() {
            return Set.of(WarehouseTable.EVENT);
        }

        @Override
        public Leaf question(Instant now) {
            return new Sequence(
                    steps, withinDays, without, still(window), endedBy == null ? null : still(endedBy, now));
        }

        @Override
        public List<Edge> edges() {
            // A single step is found when its days are over: then it lies before this.
            return endedBy == null
                    ? Edge.of(window, Timeline.EVENTS)
                    : Edge.of(window, endedBy.minus(Duration.ofDays(withinDays)), Timeline.EVENTS);
        }
    }
}
