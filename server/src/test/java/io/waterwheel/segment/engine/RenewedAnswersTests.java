package io.waterwheel.segment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.TouchpointFacts;
import io.waterwheel.segment.WarehouseFixture;
import io.waterwheel.segment.WarehouseFixture.SoldLine;
import io.waterwheel.segment.engine.LeafCache.Way;
import io.waterwheel.segment.engine.NaiveEvaluator.Person;
import io.waterwheel.segment.language.*;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/// An answer that was brought to newer data and a later moment is the one that a fresh scan gives.
class RenewedAnswersTests {

    private static final Instant START = Instant.parse("2024-02-22T16:00:00Z");
    private static final int PEOPLE = 40;

    private final WarehouseFixture warehouse = new WarehouseFixture();
    private final LeafCache cache = new LeafCache(100_000_000);
    private final ReadyValues ready = new ReadyValues(100_000_000);
    private final Brand brand = WarehouseFixture.brand(7, "Asia/Shanghai");
    private final Brand other = WarehouseFixture.brand(8, "Europe/London");
    private final HeldSets held = new HeldSets(SegmentEngines.LISTS, 1_000_000);
    private Instant now = START;

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void whateverHappensAndHoweverTimePassesItIsWhatAFreshScanSays() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int world = 0; world < 4; world++) {
            warehouse.clear();
            ready.clear();
            now = START.plus(Duration.ofDays(random.nextInt(8)));
            Set<Integer> gone = new HashSet<>();
            new RandomSegments(random, now, brand.zone(), List.of())
                    .people(PEOPLE)
                    .forEach(person ->
                            SegmentEngineTests.put(warehouse, random.nextInt(8) == 0 ? other : brand, person));
            Map<Integer, Condition> definitions = definitions(random);
            for (int step = 0; step < 10; step++) {
                for (int change = random.nextInt(5); change > 0; change--) {
                    change(random, gone);
                }
                now = later(random);
                SegmentEngine renewing = engine(cache);
                if (world % 2 == 0 && random.nextInt(3) > 0) {
                    renewing.keepReady(brand);
                }
                SegmentEngine fresh = engine(new LeafCache(100_000_000));
                Map<Integer, RoaringBitmap> together = new HashMap<>();
                if (random.nextBoolean()) {
                    renewing.refreshAll(brand, definitions, (key, members) -> together.put(key, members.customers()));
                    assertThat(together).hasSameSizeAs(definitions);
                }
                int at = step;
                definitions.forEach((key, definition) -> {
                    RoaringBitmap expected = fresh.members(brand, definition).customers();
                    String which = "seed %d, step %d, %s: %s".formatted(seed, at, now, definition);
                    assertThat(together.getOrDefault(key, expected)).as(which).isEqualTo(expected);
                    assertThat(renewing.members(brand, definition).customers())
                            .as(which)
                            .isEqualTo(expected);
                });
            }
        }
        assertThat(cache.count(Way.REFRESHED)).isPositive();
        assertThat(cache.count(Way.KEPT)).isPositive();
        assertThat(cache.count(Way.READY)).isPositive();
    }

    /// Most of one condition each, so that every kind of leaf is there by itself, and some trees.
    private Map<Integer, Condition> definitions(Random random) {
        RandomSegments segments = new RandomSegments(random, now, brand.zone(), List.of());
        Map<Integer, Condition> definitions = new HashMap<>();
        for (int i = 0; i < 45; i++) {
            definitions.put(i, segments.condition(i % 3 == 0 ? 2 : 0));
        }
        return definitions;
    }

    private Instant later(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> now;
            case 1 -> now.plusSeconds(1);
            case 2 -> now.plusSeconds(random.nextInt(3_600));
            case 3 -> now.plus(Duration.ofDays(1));
            case 4 -> now.plus(Duration.ofHours(random.nextInt(100)));
            // Whoever was read before the clock was set back, or on another node.
            default -> now.minusSeconds(random.nextInt(100));
        };
    }

    private void change(Random random, Set<Integer> gone) {
        int customer = 1 + random.nextInt(PEOPLE + 5);
        Person person = new RandomSegments(random, now, brand.zone(), List.of()).person(customer);
        switch (random.nextInt(12)) {
            case 0, 1 -> {
                if (!gone.contains(customer)) {
                    warehouse.forget(customer);
                    SegmentEngineTests.describe(warehouse, brand, person);
                }
            }
            // Times of orders are anywhere around now: late ones, and ones on an edge.
            case 2, 3 ->
                person.orders()
                        .forEach(order -> SegmentEngineTests.order(
                                warehouse, brand, random.nextInt(9) == 0 ? null : customer, order));
            case 4 -> person.refunds().forEach(back -> SegmentEngineTests.refund(warehouse, brand, customer, back));
            case 8, 9 ->
                person.events()
                        .forEach(event -> SegmentEngineTests.event(
                                warehouse, brand, random.nextInt(9) == 0 ? null : customer, event));
            // Of what describes a customer only a part changes.
            case 10 -> person.guides().forEach((guide, lasts) -> warehouse.friend(brand, customer, guide, lasts));
            case 11 -> person.tags().forEach(tag -> warehouse.tag(brand, customer, Long.parseLong(tag)));
            case 5 -> {
                int into = 1 + random.nextInt(PEOPLE);
                if (into != customer) {
                    warehouse.merge(customer, into);
                }
            }
            case 6 -> {
                warehouse.erase(customer);
                gone.add(customer);
            }
            default -> {
                warehouse.order(other, customer, now, 100);
                warehouse.event(other, customer, "Product Viewed", now, Map.of());
            }
        }
    }

    @Test
    void aWindowClosesByItselfToTheSecondWithoutAScan() {
        Condition active = new OrdersCondition(Measure.COUNT, Bound.AT_LEAST, 1, new Last(30));
        person(1).order(brand, 1, START, 100);
        now = START.plus(Duration.ofDays(30)).minusSeconds(10);
        assertThat(members(active)).containsExactly(1);
        long scans = cache.count(Way.SCANNED);
        now = START.plus(Duration.ofDays(30));
        assertThat(members(active)).as("thirty days to the second").containsExactly(1);
        now = now.plusSeconds(1);
        assertThat(members(active)).as("and one more").isEmpty();
        assertThat(cache.count(Way.SCANNED)).isEqualTo(scans);
    }

    @Test
    void anOrderThatArrivesLateCountsAtTheTimeItHad() {
        Condition lately = new OrdersCondition(Measure.SUM, Bound.AT_LEAST, 100, new Last(7));
        person(1);
        assertThat(members(lately)).isEmpty();
        warehouse.order(brand, 1, START.minus(Duration.ofDays(8)), 500);
        assertThat(members(lately)).isEmpty();
        warehouse.order(brand, 1, START.minus(Duration.ofDays(7)), 500);
        assertThat(members(lately)).containsExactly(1);
        warehouse.refund(brand, 1, START, 450);
        assertThat(members(lately)).isEmpty();
        assertThat(cache.count(Way.REFRESHED)).isEqualTo(3);
    }

    @Test
    void whatAMergedOrErasedCustomerDidIsLookedAtAgain() {
        Condition twice = new OrdersCondition(Measure.COUNT, Bound.AT_LEAST, 2, null);
        person(1).order(brand, 1, START, 100);
        person(2).order(brand, 2, START, 100);
        assertThat(members(twice)).isEmpty();
        warehouse.merge(2, 1);
        assertThat(members(twice)).containsExactly(1);
        warehouse.erase(1);
        assertThat(members(twice)).isEmpty();
        assertThat(cache.count(Way.REFRESHED)).isPositive();
    }

    @Test
    void aFriendOfAnotherGuideIsReachedAsBeforeAndARefusalThatIsOldStillHolds() {
        Condition friends =
                new TouchpointCondition(TouchpointChannel.WECOM, TouchpointState.REACHABLE, List.of("LiNa"));
        var refused = new TouchpointFacts(true, false, true, false);
        var none = new TouchpointFacts(false, false, false, false);
        person(1);
        warehouse
                .customer(2, null, null, null, null, Map.of())
                .relation(brand, 2, START, START, null, refused, none, none);
        assertThat(members(friends)).isEmpty();
        long scanned = cache.count(Way.SCANNED);
        warehouse.friend(brand, 1, "lina", true).friend(brand, 2, "LiNa", true);
        assertThat(members(friends)).as("only what tells of friends is new").containsExactly(1);
        assertThat(cache.count(Way.SCANNED)).isEqualTo(scanned);
    }

    @Test
    void whoBecameAMemberLeavesTheWindowThoughNothingIsWritten() {
        Condition interested = new AiplCondition(List.of(AiplStage.INTEREST), 90);
        warehouse.customer(1, null, null, null, null, Map.of()).relation(brand, 1, START, START, false, false);
        person(2).event(brand, 2, "Product Viewed", START.plusSeconds(5), Map.of());
        now = START.plus(Duration.ofDays(90));
        assertThat(members(interested)).containsExactly(1, 2);
        long scanned = cache.count(Way.SCANNED);
        now = now.plusSeconds(1);
        assertThat(members(interested)).containsExactly(2);
        now = now.plusSeconds(5);
        assertThat(members(interested)).isEmpty();
        assertThat(cache.count(Way.SCANNED)).isEqualTo(scanned);
    }

    @Test
    void whatDidNotFollowIsFoundWhenItsDaysAreOverWithoutAScan() {
        Condition left = new SequenceCondition(
                List.of(new EventFilter("Product Added", List.of())),
                7,
                new EventFilter("Order Completed", List.of()),
                null);
        person(1).event(brand, 1, "Product Added", START, Map.of());
        now = START.plus(Duration.ofDays(7));
        assertThat(members(left)).isEmpty();
        long scanned = cache.count(Way.SCANNED);
        now = now.plusSeconds(1);
        assertThat(members(left)).containsExactly(1);
        warehouse.event(brand, 1, "Order Completed", START.plusSeconds(1), Map.of());
        assertThat(members(left)).as("told late").isEmpty();
        assertThat(cache.count(Way.SCANNED)).isEqualTo(scanned);
    }

    @Test
    void piecesOfAProductAreCountedAnewForThoseWhoBought() {
        Condition tea = new OrdersCondition(
                Measure.QUANTITY,
                Bound.AT_LEAST,
                2,
                new Last(30),
                List.of(new OrderFilter(OrderFact.PRODUCT, FactOperator.IN, List.of("tea"))));
        person(1);
        assertThat(members(tea)).isEmpty();
        long scanned = cache.count(Way.SCANNED);
        warehouse.order(brand, 1, START, 100, null, "shop", List.of(new SoldLine("Tea", null, BigDecimal.TWO, 100)));
        assertThat(members(tea)).as("a product that nobody had bought").containsExactly(1);
        now = START.plus(Duration.ofDays(20));
        assertThat(members(tea)).as("the edge moved too far to be followed").containsExactly(1);
        now = START.plus(Duration.ofDays(30));
        members(tea);
        long before = cache.count(Way.SCANNED);
        assertThat(before).isEqualTo(scanned + 2);
        now = now.plusSeconds(1);
        assertThat(members(tea)).isEmpty();
        assertThat(cache.count(Way.SCANNED)).isEqualTo(before);
    }

    @Test
    void scoresAmongAllBuyersAreNeverBroughtForwardForAFew() {
        Condition best = new RfmCondition(null, List.of(5), null, null);
        person(1).order(brand, 1, START, 100);
        person(2).order(brand, 2, START, 100).order(brand, 2, START, 100);
        List<Integer> before = members(best);
        IntStream.rangeClosed(3, 9).forEach(number -> person(number).order(brand, number, START, 100));
        assertThat(members(best)).as("nothing happened to 1 and 2").isNotEqualTo(before);
        assertThat(members(best)).isEqualTo(fresh(best));
    }

    private List<Integer> fresh(Condition condition) {
        List<Integer> members = new ArrayList<>();
        engine(new LeafCache(1_000_000))
                .members(brand, condition)
                .customers()
                .forEach((int customer) -> members.add(customer));
        return members;
    }

    @Test
    void changesForgottenMeanAFreshScan() {
        Condition buyers = new OrdersCondition(Measure.COUNT, Bound.AT_LEAST, 1, null);
        person(1);
        assertThat(members(buyers)).isEmpty();
        warehouse.clear();
        person(3).order(brand, 3, START, 100);
        long refreshed = cache.count(Way.REFRESHED);
        assertThat(members(buyers)).containsExactly(3);
        assertThat(cache.count(Way.REFRESHED)).isEqualTo(refreshed);
    }

    @Test
    void nothingIsReadAgainWhileNothingMoves() {
        Condition buyers = new OrdersCondition(Measure.COUNT, Bound.AT_LEAST, 1, new Last(30));
        person(1).order(brand, 1, START, 100);
        assertThat(members(buyers)).containsExactly(1);
        long scanned = cache.count(Way.SCANNED);
        assertThat(members(buyers)).containsExactly(1);
        warehouse.event(brand, 1, "Page Viewed", START, Map.of());
        assertThat(members(buyers)).as("what happened is of no table they read").containsExactly(1);
        assertThat(cache.count(Way.SCANNED)).isEqualTo(scanned);
        assertThat(cache.count(Way.REFRESHED)).isZero();
        assertThat(cache.count(Way.KEPT)).isEqualTo(4);
    }

    private WarehouseFixture person(int number) {
        return warehouse
                .customer(number, null, null, null, null, Map.of())
                .relation(brand, number, START, null, false, false);
    }

    private List<Integer> members(Condition condition) {
        List<Integer> members = new ArrayList<>();
        engine(cache).members(brand, condition).customers().forEach((int customer) -> members.add(customer));
        return members;
    }

    private SegmentEngine engine(LeafCache answers) {
        ReadyValues values = answers == cache ? ready : new ReadyValues(0);
        return new SegmentEngine(
                warehouse, answers, values, (of, id) -> Optional.empty(), held, InstantSource.fixed(now));
    }
}
