package io.waterwheel.segment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.segment.WarehouseFixture;
import io.waterwheel.segment.language.*;
import io.waterwheel.warehouse.EventProperties;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/// Where other products disagree about events, what holds here.
class BehaviourTests {

    private static final Instant NOW = Instant.parse("2025-07-01T08:00:00Z");
    private static final String VIEWED = "Product Viewed";
    private static final String ADDED = "Product Added";
    private static final String BOUGHT = "Order Completed";

    private final Brand brand = WarehouseFixture.brand(1, "Asia/Shanghai");
    private final WarehouseFixture warehouse = new WarehouseFixture();
    private int customers;

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void aMissingPropertyMeetsEveryNegativeConditionAndNoPositiveOne() {
        int without = viewer(Map.of());
        int dress = viewer(Map.of("category", List.of("连衣裙")));
        int shoe = viewer(Map.of("category", List.of("鞋")));
        viewed(filter(Operator.IS, "连衣裙"), dress);
        viewed(filter(Operator.IS_NOT, "连衣裙"), without, shoe);
        viewed(filter(Operator.IN, "连衣裙", "包"), dress);
        viewed(filter(Operator.NOT_IN, "连衣裙", "包"), without, shoe);
        viewed(filter(Operator.CONTAINS, "裙"), dress);
        viewed(filter(Operator.CONTAINS_NONE, "裙", "包"), without, shoe);
        viewed(filter(Operator.EXISTS), dress, shoe);
        viewed(filter(Operator.NOT_EXISTS), without);
    }

    @Test
    void aListMeetsAConditionIfOneOfItsValuesDoes() {
        int both = viewer(Map.of("category", List.of("红", "蓝")));
        int red = viewer(Map.of("category", List.of("红")));
        int deep = viewer(Map.of("category", List.of("深红", "绿")));
        int none = viewer(Map.of());
        viewed(filter(Operator.IS, "红"), both, red);
        viewed(filter(Operator.IN, "蓝", "绿"), both, deep);
        viewed(filter(Operator.HAS_ALL, "蓝", "红"), both);
        viewed(filter(Operator.HAS_ALL, "红"), both, red);
        viewed(filter(Operator.IS_NOT, "红"), deep, none);
        viewed(filter(Operator.NOT_IN, "蓝", "绿"), red, none);
        viewed(filter(Operator.CONTAINS, "红"), both, red, deep);
        viewed(filter(Operator.CONTAINS_NONE, "蓝"), red, deep, none);
    }

    @Test
    void caseAndWidthMakeNoDifference() {
        int wide = viewer(Map.of("category", List.of("ＤＲＥＳＳ ")));
        int narrow = viewer(Map.of("category", List.of("dress")));
        viewed(filter(Operator.IS, "Dress"), wide, narrow);
        viewed(filter(Operator.CONTAINS, "ｒｅｓ"), wide, narrow);
        viewed(filter(Operator.IS_NOT, "DRESS"));
        event(wide, VIEWED, NOW, Map.of("category", List.of("Dress")));
        found(measured(EventMeasure.DISTINCT, "category", Bound.AT_LEAST, "2", null));
        found(measured(EventMeasure.DISTINCT, "category", Bound.AT_MOST, "1", null), wide, narrow);
    }

    @Test
    void textIsLiteralAndNeverAPattern() {
        int percent = viewer(Map.of("category", List.of("100%")));
        int hundred = viewer(Map.of("category", List.of("1005")));
        int quote = viewer(Map.of("category", List.of("a'b\\")));
        viewed(filter(Operator.CONTAINS, "0%"), percent);
        viewed(filter(Operator.CONTAINS, "_"));
        viewed(filter(Operator.CONTAINS, ".*"));
        viewed(filter(Operator.CONTAINS, "(a+)+$"));
        viewed(filter(Operator.IS, "100_"));
        viewed(filter(Operator.CONTAINS, "'b\\"), quote);
        viewed(filter(Operator.CONTAINS_NONE, "%"), hundred, quote);
        viewed(new PropertyFilter("x'] or 1=1 --", Operator.EXISTS, List.of()));
        found(new EventsCondition(
                "x' or '1'='1", List.of(), EventMeasure.COUNT, null, Bound.AT_LEAST, BigDecimal.ONE, null));
    }

    @Test
    void numbersAndDaysAreComparedAsSuchAndOthersNeverMatch() {
        int cheap = viewer(Map.of("price", List.of("9.90")));
        int dear = viewer(Map.of("price", List.of("１００")));
        int text = viewer(Map.of("price", List.of("about 100")));
        int day = viewer(Map.of("price", List.of("2025-06-30")));
        viewed(new PropertyFilter("price", Operator.AT_LEAST, List.of("10")), dear);
        viewed(new PropertyFilter("price", Operator.AT_MOST, List.of("100.0")), cheap, dear);
        viewed(new PropertyFilter("price", Operator.AT_LEAST, List.of("2025-06-30")), day);
        viewed(new PropertyFilter("price", Operator.CONTAINS, List.of("100")), dear, text);
    }

    @Test
    void sumsAreExactAndWhatIsNoNumberDoesNotCount() {
        int exact = viewer(Map.of("price", List.of("0.1")));
        event(exact, VIEWED, NOW, Map.of("price", List.of("0.2")));
        event(exact, VIEWED, NOW, Map.of("price", List.of("free", "1e5", "2025-01-01")));
        int words = viewer(Map.of("price", List.of("free")));
        int nobody = customer();
        found(measured(EventMeasure.SUM, "price", Bound.AT_LEAST, "0.3", null), exact);
        found(measured(EventMeasure.SUM, "price", Bound.AT_MOST, "0.3", null), exact, words, nobody);
        found(measured(EventMeasure.SUM, "price", Bound.AT_MOST, "0.299999999", null), words, nobody);
        found(measured(EventMeasure.AVERAGE, "price", Bound.AT_LEAST, "0.15", null), exact);
        found(measured(EventMeasure.AVERAGE, "price", Bound.AT_MOST, "0.15", null), exact);
        found(measured(EventMeasure.AVERAGE, "price", Bound.AT_LEAST, "-5", null), exact);
    }

    @Test
    void whoHasNoSuchEventHasNothingOfItAndNoTimeSinceIt() {
        int viewer = viewer(Map.of());
        int nobody = customer();
        found(measured(EventMeasure.COUNT, null, Bound.AT_MOST, "0", null), nobody);
        found(measured(EventMeasure.COUNT, null, Bound.AT_LEAST, "0", null), viewer, nobody);
        found(measured(EventMeasure.SUM, "price", Bound.AT_LEAST, "-1", null), viewer, nobody);
        found(measured(EventMeasure.DISTINCT, "price", Bound.AT_MOST, "0", null), viewer, nobody);
        found(measured(EventMeasure.AVERAGE, "price", Bound.AT_MOST, "1000", null));
        found(measured(EventMeasure.RECENCY, null, Bound.AT_LEAST, "0", null), viewer);
        found(measured(EventMeasure.SINCE_FIRST, null, Bound.AT_MOST, "36500", null), viewer);
    }

    @Test
    void aWindowIsExactToTheSecondAndNeverWholeDays() {
        Instant edge = NOW.minus(Duration.ofDays(30));
        int inside = viewer(edge, Map.of());
        viewer(edge.minusSeconds(1), Map.of());
        int now = viewer(NOW, Map.of());
        viewer(NOW.plusSeconds(1), Map.of());
        found(measured(EventMeasure.COUNT, null, Bound.AT_LEAST, "1", new Last(30)), inside, now);
        Instant midnight = Instant.parse("2025-05-31T16:00:00Z");
        int first = viewer(midnight, Map.of());
        int before = viewer(midnight.minusSeconds(1), Map.of());
        LocalDate june = LocalDate.of(2025, 6, 1);
        found(
                measured(EventMeasure.COUNT, null, Bound.AT_LEAST, "1", new Between(june, june)),
                inside,
                inside + 1,
                first);
        found(
                measured(
                        EventMeasure.COUNT,
                        null,
                        Bound.AT_LEAST,
                        "1",
                        new Between(june.minusDays(1), june.minusDays(1))),
                before);
    }

    @Test
    void daysSinceAreWholeDaysOfTwentyFourHours() {
        int customer = viewer(NOW.minus(Duration.ofDays(10)).minusSeconds(1), Map.of());
        event(customer, VIEWED, NOW.minus(Duration.ofDays(3)).plusSeconds(1), Map.of());
        found(measured(EventMeasure.RECENCY, null, Bound.AT_MOST, "2", null), customer);
        found(measured(EventMeasure.RECENCY, null, Bound.AT_LEAST, "3", null));
        found(measured(EventMeasure.SINCE_FIRST, null, Bound.AT_LEAST, "10", null), customer);
        found(measured(EventMeasure.SINCE_FIRST, null, Bound.AT_LEAST, "11", null));
    }

    @Test
    void anEventThatArrivesLateCountsWhenItHappened() {
        int customer = viewer(NOW.minusSeconds(60), Map.of());
        event(customer, VIEWED, NOW.minus(Duration.ofDays(40)), Map.of());
        found(measured(EventMeasure.COUNT, null, Bound.AT_LEAST, "2", null), customer);
        found(measured(EventMeasure.COUNT, null, Bound.AT_LEAST, "2", new Last(30)));
        found(measured(EventMeasure.SINCE_FIRST, null, Bound.AT_LEAST, "40", null), customer);
        int buyer = customer();
        event(buyer, BOUGHT, NOW.minusSeconds(50), Map.of());
        event(buyer, ADDED, NOW.minusSeconds(60), Map.of());
        found(sequence(1, null, null, step(ADDED), step(BOUGHT)), buyer);
        found(sequence(1, null, null, step(BOUGHT), step(ADDED)));
    }

    @Test
    void aWindowClosesByItselfWithoutAnyEvent() {
        int customer = viewer(NOW, Map.of());
        Condition active = measured(EventMeasure.COUNT, null, Bound.AT_LEAST, "1", new Last(30));
        Instant last = NOW.plus(Duration.ofDays(30));
        assertThat(at(last, active)).containsExactly(customer);
        assertThat(at(last.plusSeconds(1), active)).isEmpty();
        Condition silent = sequence(7, step(BOUGHT), null, step(VIEWED));
        assertThat(at(NOW.plus(Duration.ofDays(7)), silent))
                .as("the seven days are not over")
                .isEmpty();
        assertThat(at(NOW.plus(Duration.ofDays(7)).plusSeconds(1), silent)).containsExactly(customer);
    }

    @Test
    void theStepsOfASequenceFollowEachOtherWithinTheDaysToTheSecond() {
        Instant start = NOW.minus(Duration.ofDays(20));
        int inTime = journey(start, VIEWED, ADDED, BOUGHT);
        event(inTime, BOUGHT, start.plus(Duration.ofDays(7)), Map.of());
        int late = customer();
        event(late, VIEWED, start, Map.of());
        event(late, ADDED, start.plusSeconds(5), Map.of());
        event(late, BOUGHT, start.plus(Duration.ofDays(7)).plusSeconds(1), Map.of());
        int again = customer();
        event(again, VIEWED, start.minus(Duration.ofDays(9)), Map.of());
        event(again, VIEWED, start, Map.of());
        event(again, ADDED, start.plusSeconds(1), Map.of());
        event(again, BOUGHT, start.plus(Duration.ofDays(7)), Map.of());
        found(sequence(7, null, null, step(VIEWED), step(ADDED), step(BOUGHT)), inTime, again);
        found(sequence(8, null, null, step(VIEWED), step(ADDED), step(BOUGHT)), inTime, late, again);
    }

    @Test
    void ofEventsOfOneMomentTheOneWrittenFirstComesFirstAndNoneIsTwoSteps() {
        int forwards = customer();
        event(forwards, VIEWED, NOW, Map.of());
        event(forwards, ADDED, NOW, Map.of());
        int backwards = customer();
        event(backwards, ADDED, NOW, Map.of());
        event(backwards, VIEWED, NOW, Map.of());
        int once = viewer(Map.of());
        found(sequence(1, null, null, step(VIEWED), step(ADDED)), forwards);
        found(sequence(1, null, null, step(VIEWED), step(VIEWED)));
        event(once, VIEWED, NOW, Map.of());
        found(sequence(1, null, null, step(VIEWED), step(VIEWED)), once);
    }

    @Test
    void withoutMeansAfterTheFirstStepAndUpToTheLast() {
        Instant start = NOW.minus(Duration.ofDays(9));
        int clean = journey(start, BOUGHT, VIEWED, ADDED);
        event(clean, BOUGHT, start.plusSeconds(60), Map.of());
        journey(start, VIEWED, BOUGHT, ADDED);
        int secondStart = journey(start, VIEWED, BOUGHT, VIEWED, ADDED);
        found(sequence(7, step(BOUGHT), null, step(VIEWED), step(ADDED)), clean, secondStart);
        found(sequence(7, new EventFilter(ADDED, List.of()), null, step(VIEWED), step(ADDED)));
    }

    @Test
    void aSingleStepAsksWhatDidNotFollow() {
        Instant start = NOW.minus(Duration.ofDays(9));
        int silent = journey(start, BOUGHT, ADDED);
        journey(start, ADDED, BOUGHT);
        int late = customer();
        event(late, ADDED, start, Map.of());
        event(late, BOUGHT, start.plus(Duration.ofDays(7)).plusSeconds(1), Map.of());
        int edge = customer();
        event(edge, ADDED, start, Map.of());
        event(edge, BOUGHT, start.plus(Duration.ofDays(7)), Map.of());
        found(sequence(7, step(BOUGHT), null, step(ADDED)), silent, late);
        LocalDate day = LocalDate.ofInstant(start, brand.zone());
        found(sequence(7, step(BOUGHT), new Between(day, day), step(ADDED)), silent, late);
        found(sequence(9, step(BOUGHT), null, step(ADDED)));
    }

    @Test
    void aStepMayAskForProperties() {
        int dress = customer();
        event(dress, VIEWED, NOW.minusSeconds(9), Map.of("category", List.of("裙")));
        event(dress, BOUGHT, NOW, Map.of("total", List.of("99")));
        int shoe = customer();
        event(shoe, VIEWED, NOW.minusSeconds(9), Map.of("category", List.of("鞋")));
        event(shoe, BOUGHT, NOW, Map.of("total", List.of("101")));
        EventFilter viewed = new EventFilter(VIEWED, List.of(filter(Operator.IS, "裙")));
        found(sequence(1, null, null, viewed, step(BOUGHT)), dress);
        EventFilter bought =
                new EventFilter(BOUGHT, List.of(new PropertyFilter("total", Operator.AT_LEAST, List.of("100"))));
        found(sequence(1, null, null, step(VIEWED), bought), shoe);
        found(sequence(1, null, null, viewed, bought));
    }

    @Test
    void whatIsReadThroughGivesTheSameAnswer() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        RandomBehaviour behaviour = new RandomBehaviour(
                random,
                () -> NOW.minusSeconds(random.nextInt(900_000)),
                () -> random.nextBoolean() ? null : new Last(5));
        for (int i = 0; i < 60; i++) {
            int customer = customer();
            behaviour
                    .events()
                    .forEach(event -> warehouse.event(brand, customer, event.name(), event.at(), event.properties()));
        }
        Moment moment = Moment.exact(NOW, brand.zone());
        warehouse.read(context -> {
            for (int i = 0; i < 150; i++) {
                Condition events = Canonical.of(behaviour.measured());
                RoaringBitmap read;
                RoaringBitmap scanned;
                if (i % 3 == 0) {
                    Leaf.Sequence leaf = (Leaf.Sequence) Leaves.of((SequenceCondition) behaviour.sequence(), moment);
                    scanned = new SequenceScan(context, brand.id()).customers(leaf);
                    read = new SequenceScan(context, brand.id(), 0).customers(leaf);
                    events = behaviour.sequence();
                } else {
                    EventsCondition asked = (EventsCondition) (events instanceof Not(Condition inner) ? inner : events);
                    EventsScan few = new EventsScan(context, brand.id());
                    EventsScan none = new EventsScan(context, brand.id(), 0, 0);
                    scanned = scan(few, Leaves.of(asked, moment));
                    read = scan(none, Leaves.of(asked, moment));
                }
                assertThat(read).as("seed %d: %s", seed, events).isEqualTo(scanned);
            }
            return null;
        });
    }

    private static RoaringBitmap scan(EventsScan scan, Leaf leaf) {
        return leaf instanceof Leaf.Events events ? scan.customers(events) : scan.customers((Leaf.EventTime) leaf);
    }

    @Test
    void aConditionThatChoosesHundredsOfValuesMeansTheSame() {
        IntStream.rangeClosed(1, 300)
                .forEach(i -> viewer(Map.of("category", List.of("c" + i), "price", List.of(String.valueOf(i), "0"))));
        assertThat(at(NOW, count(new PropertyFilter("price", Operator.AT_LEAST, List.of("11")))))
                .hasSize(290);
        assertThat(at(NOW, count(filter(Operator.CONTAINS_NONE, "c1")))).hasSize(189);
    }

    @Test
    void anotherBrandsEventsAndThoseOfNobodyAreNotSeen() {
        int mine = viewer(Map.of());
        int other = customer();
        warehouse.event(WarehouseFixture.brand(2, "Asia/Shanghai"), other, VIEWED, NOW, Map.of());
        warehouse.event(brand, null, VIEWED, NOW, Map.of());
        found(measured(EventMeasure.COUNT, null, Bound.AT_LEAST, "1", null), mine);
        found(sequence(1, step(BOUGHT), null, step(VIEWED)));
        assertThat(at(NOW.plus(Duration.ofDays(2)), sequence(1, step(BOUGHT), null, step(VIEWED))))
                .containsExactly(mine);
    }

    private int customer() {
        int customer = ++customers;
        warehouse
                .customer(customer, null, null, null, null, Map.of())
                .relation(brand, customer, NOW, null, false, false);
        return customer;
    }

    private int viewer(Map<String, List<String>> properties) {
        return viewer(NOW, properties);
    }

    private int viewer(Instant at, Map<String, List<String>> properties) {
        int customer = customer();
        event(customer, VIEWED, at, properties);
        return customer;
    }

    /// One event a second.
    private int journey(Instant start, String... names) {
        int customer = customer();
        for (int i = 0; i < names.length; i++) {
            event(customer, names[i], start.plusSeconds(i), Map.of());
        }
        return customer;
    }

    private void event(int customer, String name, Instant at, Map<String, List<String>> properties) {
        Map<String, List<String>> kept = new HashMap<>();
        properties.forEach((property, values) ->
                kept.put(property, values.stream().map(EventProperties::text).toList()));
        warehouse.event(brand, customer, name, at, kept);
    }

    private static PropertyFilter filter(Operator operator, String... values) {
        return new PropertyFilter("category", operator, List.of(values));
    }

    private static Condition count(PropertyFilter filter) {
        return new EventsCondition(
                VIEWED, List.of(filter), EventMeasure.COUNT, null, Bound.AT_LEAST, BigDecimal.ONE, null);
    }

    private static Condition measured(
            EventMeasure measure, @Nullable String property, Bound bound, String value, @Nullable Window window) {
        return new EventsCondition(VIEWED, List.of(), measure, property, bound, new BigDecimal(value), window);
    }

    private static EventFilter step(String event) {
        return new EventFilter(event, List.of());
    }

    private static Condition sequence(
            int days, @Nullable EventFilter without, @Nullable Window window, EventFilter... steps) {
        return new SequenceCondition(List.of(steps), days, without, window);
    }

    private void viewed(PropertyFilter filter, Integer... expected) {
        found(count(filter), expected);
    }

    private void found(Condition condition, Integer... expected) {
        assertThat(at(NOW, condition)).as("%s", condition).containsExactly(expected);
    }

    private List<Integer> at(Instant now, Condition condition) {
        return IntStream.of(SegmentEngines.over(warehouse, now)
                        .members(brand, condition)
                        .customers()
                        .toArray())
                .boxed()
                .toList();
    }
}
