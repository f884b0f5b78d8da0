package io.waterwheel.segment.engine;

import io.waterwheel.segment.engine.NaiveEvaluator.Happening;
import io.waterwheel.segment.language.*;
import io.waterwheel.warehouse.EventProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Random events, and conditions over them: few names, few values, often at one moment.
record RandomBehaviour(Random random, Supplier<Instant> times, Supplier<@Nullable Window> windows) {

    private static final List<String> NAMES =
            List.of("Product Viewed", "Product Added", "Product Reviewed", "Order Completed", "a'b {0}?");
    private static final List<String> TEXTS = List.of(
            "裙", " 裙", "Dress", "ＤＲＥＳＳ", "dress", "连衣裙", "100%", "%", "_", "İ", "ß", "ｶﾞ", "ガ", "a'b", "{0}", "?");
    private static final List<String> NUMBERS =
            List.of("5", "5.0", "１００", "-3.5", "0.000000001", "999999999999999999", "1e5", "2024-02-29", "７.25", "+2");
    private static final List<String> KEYS = List.of("category", "price", "a.b", "x'y{0}?");

    List<Happening> events() {
        List<Happening> events = new ArrayList<>();
        int many = random.nextInt(4) == 0 ? 0 : random.nextInt(9);
        for (int i = 0; i < many; i++) {
            Instant at = !events.isEmpty() && random.nextInt(4) == 0
                    ? events.getLast().at()
                    : times.get();
            events.add(new Happening(one(NAMES), at, properties()));
        }
        return events;
    }

    private Map<String, List<String>> properties() {
        Map<String, List<String>> properties = new HashMap<>();
        for (String key : KEYS) {
            int many = random.nextInt(4);
            if (many > 0) {
                properties.put(
                        key,
                        IntStream.range(0, many)
                                .mapToObj(_ -> EventProperties.text(one(key.equals("price") ? NUMBERS : any())))
                                .toList());
            }
        }
        return properties;
    }

    private List<String> any() {
        return random.nextInt(4) == 0 ? NUMBERS : TEXTS;
    }

    Condition measured() {
        EventMeasure measure = one(List.of(EventMeasure.values()));
        BigDecimal value = switch (measure) {
            case COUNT, DISTINCT -> BigDecimal.valueOf(random.nextInt(4));
            case SUM, AVERAGE -> new BigDecimal(one(List.of("0", "-3.5", "5", "52.5", "100.000000001", "7.25", "-1")));
            case RECENCY, SINCE_FIRST -> BigDecimal.valueOf(random.nextInt(12));
        };
        EventFilter events = filter();
        return new EventsCondition(
                events.event(),
                events.where(),
                measure,
                measure.ofProperty() ? one(KEYS) : null,
                one(List.of(Bound.values())),
                value,
                windows.get());
    }

    Condition sequence() {
        List<EventFilter> steps = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(_ -> filter())
                .toList();
        return new SequenceCondition(
                steps,
                1 + random.nextInt(10),
                steps.size() == 1 || random.nextBoolean() ? filter() : null,
                windows.get());
    }

    private EventFilter filter() {
        return new EventFilter(
                one(NAMES),
                IntStream.range(0, Math.max(0, random.nextInt(4) - 1))
                        .mapToObj(_ -> condition())
                        .toList());
    }

    private PropertyFilter condition() {
        Operator operator = one(List.of(Operator.values()));
        List<String> from = switch (operator) {
            case AT_LEAST, AT_MOST -> List.of("5", "-3.50", "2024-03-01", "0", "１００");
            case IS, IS_NOT, IN, NOT_IN, HAS_ALL, CONTAINS, CONTAINS_NONE, EXISTS, NOT_EXISTS -> any();
        };
        int many = switch (operator) {
            case EXISTS, NOT_EXISTS -> 0;
            case IS, IS_NOT, AT_LEAST, AT_MOST -> 1;
            case IN, NOT_IN, HAS_ALL, CONTAINS, CONTAINS_NONE -> 1 + random.nextInt(3);
        };
        return new PropertyFilter(
                one(KEYS),
                operator,
                IntStream.range(0, many).mapToObj(_ -> one(from)).toList());
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
