package io.waterwheel.segment.language;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/// The normal form of conditions over events, see [Canonical].
final class CanonicalEvents {

    private CanonicalEvents() {}

    static Condition of(EventsCondition asked) {
        EventFilter events = of(asked.events());
        boolean counted = asked.measure() == EventMeasure.COUNT || asked.measure() == EventMeasure.DISTINCT;
        // At the top of the range there is no next number to ask for.
        if (counted
                && asked.operator() == Bound.AT_MOST
                && asked.value().longValueExact() < asked.measure().most()) {
            return new Not(with(asked, events, Bound.AT_LEAST, asked.value().add(BigDecimal.ONE)));
        }
        return with(asked, events, asked.operator(), asked.value());
    }

    static Condition of(SequenceCondition asked) {
        return new SequenceCondition(
                asked.steps().stream().map(CanonicalEvents::of).toList(),
                asked.withinDays(),
                asked.without() == null ? null : of(asked.without()),
                asked.window());
    }

    private static EventsCondition with(EventsCondition asked, EventFilter events, Bound operator, BigDecimal value) {
        return new EventsCondition(
                events.event(), events.where(), asked.measure(), asked.property(), operator, value, asked.window());
    }

    static EventFilter of(EventFilter asked) {
        return new EventFilter(
                asked.event(),
                asked.where().stream()
                        .map(CanonicalEvents::of)
                        .distinct()
                        .sorted(Comparator.comparing(PropertyFilter::toString))
                        .toList());
    }

    private static PropertyFilter of(PropertyFilter asked) {
        List<String> values = List.copyOf(Values.folded(asked.values()));
        Operator operator = switch (asked.operator()) {
            case IS, IN -> Operator.IN;
            case IS_NOT, NOT_IN -> Operator.NOT_IN;
            case HAS_ALL -> values.size() == 1 ? Operator.IN : Operator.HAS_ALL;
            case CONTAINS, CONTAINS_NONE, AT_LEAST, AT_MOST, EXISTS, NOT_EXISTS -> asked.operator();
        };
        return new PropertyFilter(asked.property(), operator, values);
    }
}
