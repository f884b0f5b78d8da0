package io.waterwheel.segment.engine;

import io.waterwheel.segment.language.AnniversaryCondition;
import io.waterwheel.segment.language.Attribute;
import io.waterwheel.segment.language.AttributeCondition;
import io.waterwheel.segment.language.Bound;
import io.waterwheel.segment.language.CustomAttribute;
import io.waterwheel.segment.language.Interval;
import io.waterwheel.segment.language.Operator;
import io.waterwheel.segment.language.OrdersCondition;
import io.waterwheel.segment.language.StandardAttribute;
import io.waterwheel.segment.language.TagCondition;
import io.waterwheel.warehouse.WarehouseTable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
            return new LastOrder(after, Instant.EPOCH.plus(Duration.between(now, at)), still(window));
        }

        @Override
        public List<Edge> edges() {
            List<Edge> edges = Edge.of(window, Timeline.ORDERS);
            edges.add(new Edge(Timeline.ORDERS, at));
            return edges;
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

    static Leaf recency(OrdersCondition asked, Moment moment) {
        // Whole days d ≤ n means less than n + 1 days ago; d ≥ n means n days ago or longer.
        return asked.operator() == Bound.AT_MOST
                ? new LastOrder(true, moment.daysAgo(asked.value() + 1), window(asked, moment))
                : new LastOrder(false, moment.daysAgo(asked.value()), window(asked, moment));
    }

    static @Nullable Interval window(OrdersCondition asked, Moment moment) {
        return asked.window() == null ? null : asked.window().at(moment.now(), moment.zone());
    }
}
