package io.waterwheel.segment.engine;

import io.waterwheel.segment.language.AnniversaryCondition;
import io.waterwheel.segment.language.AttributeCondition;
import io.waterwheel.segment.language.Bound;
import io.waterwheel.segment.language.EventsCondition;
import io.waterwheel.segment.language.Interval;
import io.waterwheel.segment.language.Measure;
import io.waterwheel.segment.language.OrdersCondition;
import io.waterwheel.segment.language.SequenceCondition;
import io.waterwheel.segment.language.TagCondition;
import io.waterwheel.segment.language.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a canonical condition asks at a moment.
final class Leaves {

    private Leaves() {}

    /// Customers without such events have no row to scan. Where 0 is an answer, a comparison that lets it through is
    /// asked by its opposite.
    static boolean holdsWithout(EventsCondition asked) {
        return asked.measure().zeroWithout()
                && Comparison.of(asked.operator()).holds(BigDecimal.ZERO.compareTo(asked.value()));
    }

    static Leaf of(EventsCondition asked, Moment moment) {
        Interval window = window(asked.window(), moment);
        Comparison comparison = Comparison.of(asked.operator());
        return switch (asked.measure()) {
            case COUNT, SUM, AVERAGE, DISTINCT ->
                new Leaf.Events(
                        asked.events(),
                        asked.measure(),
                        asked.property(),
                        holdsWithout(asked) ? comparison.opposite() : comparison,
                        asked.value(),
                        window);
            case RECENCY -> time(asked, true, moment, window);
            case SINCE_FIRST -> time(asked, false, moment, window);
        };
    }

    private static Leaf time(EventsCondition asked, boolean last, Moment moment, @Nullable Interval window) {
        boolean after = asked.operator() == Bound.AT_MOST;
        return new Leaf.EventTime(
                asked.events(), last, after, edge(after, asked.value().longValueExact(), moment), window);
    }

    static Leaf of(SequenceCondition asked, Moment moment) {
        return new Leaf.Sequence(
                asked.steps(),
                asked.withinDays(),
                asked.without(),
                window(asked.window(), moment),
                asked.steps().size() == 1 ? moment.now() : null);
    }

    static Leaf of(AttributeCondition asked, Moment moment) {
        return new Leaf.Compared(asked.subject(), asked.operator(), asked.values(), moment.zone());
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
        return new Leaf.Anniversary(asked.subject(), days);
    }

    /// The canonical question about tags is about one.
    static Leaf of(TagCondition asked) {
        return new Leaf.Tagged(Long.parseLong(asked.tags().getFirst()));
    }

    /// How long ago the first or the last of some orders was.
    static Leaf since(OrdersCondition asked, Moment moment) {
        boolean after = asked.operator() == Bound.AT_MOST;
        Instant at = edge(after, asked.value(), moment);
        Interval window = window(asked, moment);
        boolean first = asked.measure() == Measure.SINCE_FIRST;
        return first || !asked.filters().isEmpty()
                ? new Leaf.Ordered(first, after, at, window, asked.filters())
                : new Leaf.LastOrder(after, at, window);
    }

    /// @param least one or more
    static Leaf several(OrdersCondition asked, long least, @Nullable Interval window) {
        return asked.measure() == Measure.COUNT && asked.filters().isEmpty()
                ? new Leaf.Count(least, window)
                : new Leaf.Several(asked.measure(), least, window, asked.filters());
    }

    static Leaf sum(OrdersCondition asked, Bound bound, long value, @Nullable Interval window) {
        return asked.filters().isEmpty()
                ? new Leaf.Sum(bound, value, window)
                : new Leaf.Net(false, bound, value, window, asked.filters());
    }

    /// Whole days d ≤ n means less than n + 1 days ago; d ≥ n means n days ago or longer.
    private static Instant edge(boolean after, long days, Moment moment) {
        return moment.daysAgo(after ? days + 1 : days);
    }

    static @Nullable Interval window(OrdersCondition asked, Moment moment) {
        return window(asked.window(), moment);
    }

    private static @Nullable Interval window(@Nullable Window window, Moment moment) {
        return window == null ? null : window.at(moment.now(), moment.zone());
    }
}
