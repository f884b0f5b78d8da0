package io.waterwheel.segment.engine;

import io.waterwheel.segment.engine.NaiveEvaluator.Happening;
import io.waterwheel.segment.engine.NaiveEvaluator.Person;
import io.waterwheel.segment.language.*;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What conditions over events mean for one customer, every combination tried.
record NaiveBehaviour(NaiveEvaluator world) {

    boolean measured(Person person, EventsCondition asked) {
        List<Happening> events = person.events().stream()
                .filter(event -> is(event, asked.events()) && world.inside(event.at(), asked.window()))
                .toList();
        List<String> values = asked.property() == null
                ? List.of()
                : events.stream()
                        .flatMap(event -> values(event, Objects.requireNonNull(asked.property())).stream())
                        .toList();
        List<BigDecimal> numbers = values.stream()
                .map(NaiveEvaluator::number)
                .filter(Objects::nonNull)
                .toList();
        BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal measure = switch (asked.measure()) {
            case COUNT -> BigDecimal.valueOf(events.size());
            case SUM -> sum;
            case AVERAGE ->
                numbers.isEmpty() ? null : sum.divide(BigDecimal.valueOf(numbers.size()), new MathContext(80));
            case DISTINCT ->
                BigDecimal.valueOf(
                        values.stream().map(NaiveEvaluator::fold).distinct().count());
            case RECENCY ->
                days(events.stream()
                        .map(Happening::at)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
            case SINCE_FIRST ->
                days(events.stream()
                        .map(Happening::at)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
        };
        return measure != null
                && (asked.operator() == Bound.AT_LEAST
                        ? measure.compareTo(asked.value()) >= 0
                        : measure.compareTo(asked.value()) <= 0);
    }

    private @Nullable BigDecimal days(@Nullable Instant at) {
        return at == null
                ? null
                : BigDecimal.valueOf(
                        Math.floorDiv(Duration.between(at, world.now()).toSeconds(), 86_400L));
    }

    boolean followed(Person person, SequenceCondition asked) {
        // Those of one moment stay in the order in which they were written.
        List<Happening> events = person.events().stream()
                .sorted(Comparator.comparing(Happening::at))
                .toList();
        Duration within = Duration.ofDays(asked.withinDays());
        if (asked.steps().size() == 1) {
            return IntStream.range(0, events.size()).anyMatch(i -> {
                Instant end = events.get(i).at().plus(within);
                return step(events.get(i), asked, 0)
                        && end.isBefore(world.now())
                        && events.subList(i + 1, events.size()).stream()
                                .noneMatch(later -> !later.at().isAfter(end) && without(later, asked));
            });
        }
        return IntStream.range(0, events.size())
                .anyMatch(first -> step(events.get(first), asked, 0) && goesOn(events, asked, first, first, 1));
    }

    private boolean goesOn(List<Happening> events, SequenceCondition asked, int first, int before, int step) {
        if (step == asked.steps().size()) {
            return !events.get(before).at().isAfter(events.get(first).at().plus(Duration.ofDays(asked.withinDays())))
                    && events.subList(first + 1, before + 1).stream().noneMatch(event -> without(event, asked));
        }
        return IntStream.range(before + 1, events.size())
                .anyMatch(next -> step(events.get(next), asked, step) && goesOn(events, asked, first, next, step + 1));
    }

    private boolean step(Happening event, SequenceCondition asked, int step) {
        return is(event, asked.steps().get(step)) && world.inside(event.at(), asked.window());
    }

    private boolean without(Happening event, SequenceCondition asked) {
        return asked.without() != null && is(event, asked.without());
    }

    private boolean is(Happening event, EventFilter asked) {
        return event.name().equals(asked.event()) && asked.where().stream().allMatch(one -> holds(event, one));
    }

    private boolean holds(Happening event, PropertyFilter asked) {
        List<String> known = values(event, asked.property());
        List<String> values = asked.values();
        return switch (asked.operator()) {
            case EXISTS -> !known.isEmpty();
            case NOT_EXISTS -> known.isEmpty();
            case IS, IN -> known.stream().anyMatch(one -> values.stream().anyMatch(value -> same(one, value)));
            case IS_NOT, NOT_IN ->
                known.stream().allMatch(one -> values.stream().noneMatch(value -> same(one, value)));
            case HAS_ALL -> values.stream().allMatch(value -> known.stream().anyMatch(one -> same(one, value)));
            case CONTAINS -> known.stream().anyMatch(one -> values.stream().anyMatch(value -> within(one, value)));
            case CONTAINS_NONE ->
                known.stream().allMatch(one -> values.stream().noneMatch(value -> within(one, value)));
            case AT_LEAST, AT_MOST ->
                known.stream().anyMatch(one -> {
                    Integer size = NaiveEvaluator.sizes(one, values.getFirst());
                    return size != null && (asked.operator() == Operator.AT_LEAST ? size >= 0 : size <= 0);
                });
        };
    }

    private static List<String> values(Happening event, String property) {
        return event.properties().getOrDefault(property, List.of());
    }

    private static boolean same(String known, String value) {
        return NaiveEvaluator.fold(known).equals(NaiveEvaluator.fold(value));
    }

    private static boolean within(String known, String value) {
        return NaiveEvaluator.fold(known).contains(NaiveEvaluator.fold(value));
    }
}
