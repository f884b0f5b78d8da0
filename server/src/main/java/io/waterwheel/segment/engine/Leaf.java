package io.waterwheel.segment.engine;

import io.waterwheel.segment.language.AnniversaryCondition;
import io.waterwheel.segment.language.Attribute;
import io.waterwheel.segment.language.AttributeCondition;
import io.waterwheel.segment.language.Bound;
import io.waterwheel.segment.language.Interval;
import io.waterwheel.segment.language.Operator;
import io.waterwheel.segment.language.OrdersCondition;
import io.waterwheel.segment.language.StandardAttribute;
import io.waterwheel.segment.language.TagCondition;
import java.time.Instant;
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
