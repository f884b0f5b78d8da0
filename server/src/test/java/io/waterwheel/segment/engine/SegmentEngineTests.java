package io.waterwheel.segment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.TouchpointFacts;
import io.waterwheel.segment.WarehouseFixture;
import io.waterwheel.segment.engine.NaiveEvaluator.Happening;
import io.waterwheel.segment.engine.NaiveEvaluator.Person;
import io.waterwheel.segment.engine.NaiveEvaluator.Purchase;
import io.waterwheel.segment.engine.NaiveEvaluator.Touch;
import io.waterwheel.segment.language.*;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class SegmentEngineTests {

    private static final Instant NOW = Instant.parse("2024-03-31T00:30:15Z");

    /// A week before the end of February, in a leap year and in another.
    private static final List<Instant> MOMENTS =
            List.of(NOW, Instant.parse("2024-02-22T16:00:00Z"), Instant.parse("2023-02-27T23:59:59Z"));

    private final Map<String, Condition> saved = new HashMap<>();

    /// One of them is of numbers nobody has.
    private final Map<String, RoaringBitmap> lists =
            Map.of("1", RoaringBitmap.bitmapOf(1, 2, 3, 5, 8, 13, 21, 34, 55), "2", RoaringBitmap.bitmapOf(77));
    private final WarehouseFixture warehouse = new WarehouseFixture();
    private final SegmentEngine engine = engine(NOW);

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void theColumnarEngineMeansWhatTheObviousOneMeans() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> zones = List.of("Asia/Shanghai", "Europe/London", "America/Los_Angeles");
        for (int world = 0; world < 18; world++) {
            Brand brand = WarehouseFixture.brand(7, zones.get(world % zones.size()));
            Instant now = MOMENTS.get(world / zones.size() % MOMENTS.size());
            SegmentEngine engine = engine(now);
            RandomSegments segments = new RandomSegments(random, now, brand.zone(), saved(random, now, brand));
            List<Person> people = segments.people(40);
            fill(warehouse, brand, people);
            NaiveEvaluator naive = new NaiveEvaluator(now, brand.zone(), saved, lists, people);
            for (int i = 0; i < 200; i++) {
                Condition definition = segments.condition(3);
                int[] expected = people.stream()
                        .filter(person -> naive.meets(person, definition))
                        .mapToInt(Person::number)
                        .toArray();
                assertThat(engine.members(brand, definition).customers())
                        .as("seed %d, %s: %s", seed, brand.zone(), definition)
                        .isEqualTo(RoaringBitmap.bitmapOf(expected));
            }
        }
    }

    /// Three segments, each of which may refer to those before it.
    private List<String> saved(Random random, Instant now, Brand brand) {
        saved.clear();
        List<String> ids = new ArrayList<>();
        for (int id = 1; id <= 3; id++) {
            saved.put(String.valueOf(id), new RandomSegments(random, now, brand.zone(), List.copyOf(ids)).condition(2));
            ids.add(String.valueOf(id));
        }
        return ids;
    }

    private SegmentEngine engine(Instant now) {
        return new SegmentEngine(
                warehouse,
                new LeafCache(1_000_000),
                (brand, id) -> Optional.ofNullable(saved.get(id)),
                new HeldSets((brand, id) -> Objects.requireNonNull(lists.get(id)), 1_000_000),
                InstantSource.fixed(now));
    }

    @Test
    void aSegmentThatContainsItselfIsNotAskedForEver() {
        saved.put("1", new Not(new SegmentCondition("2")));
        saved.put("2", new SegmentCondition("1"));

        assertThatThrownBy(() -> engine.members(WarehouseFixture.brand(1, "Asia/Shanghai"), new SegmentCondition("1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("contains itself");
    }

    @Test
    void anAttributeWithManyValuesIsReadThroughWithTheSameResult() {
        Brand brand = WarehouseFixture.brand(1, "Asia/Shanghai");
        IntStream.rangeClosed(1, 30)
                .forEach(number -> warehouse.customer(number, null, null, "城市" + number, null, Map.of()));
        warehouse.read(context -> {
            Leaf.Compared ten = new Leaf.Compared(
                    StandardAttribute.CITY, Operator.CONTAINS, List.of("城市１"), ZoneId.of("Asia/Shanghai"));
            RoaringBitmap few = new TextScan(context, 1_000).customers(ten);
            assertThat(few.getCardinality()).isEqualTo(11);
            assertThat(new TextScan(context, 10).customers(ten)).isEqualTo(few);
            return few;
        });
        assertThat(engine.members(brand, And.EVERYONE).customers().isEmpty())
                .as("a customer of nobody is nobody's")
                .isTrue();
    }

    @Test
    void anotherBrandsOrdersAndCustomersAreNeverSeen() {
        Brand mine = WarehouseFixture.brand(1, "Asia/Shanghai");
        Brand other = WarehouseFixture.brand(2, "Asia/Shanghai");
        warehouse
                .customer(1, null, null, "上海", null, Map.of())
                .customer(2, null, null, "上海", null, Map.of())
                .relation(mine, 1, NOW, null, true, false)
                .relation(other, 1, NOW, null, false, false)
                .relation(other, 2, NOW, null, true, false)
                .order(other, 1, NOW.minusSeconds(5), 100)
                .order(mine, null, NOW.minusSeconds(5), 100);
        assertThat(members(mine, new AttributeCondition("city", Operator.IS, List.of("上海"))))
                .containsExactly(1);
        assertThat(members(mine, new OrdersCondition(Measure.COUNT, Bound.AT_LEAST, 1, null)))
                .isEmpty();
        assertThat(members(mine, new OrdersCondition(Measure.COUNT, Bound.AT_MOST, 0, null)))
                .containsExactly(1);
        assertThat(members(other, new AttributeCondition("reachableByWecom", Operator.IS_NOT, List.of("true"))))
                .containsExactly(1);
    }

    @Test
    void aCachedLeafIsForgottenAsSoonAsTheDataChanges() {
        Brand brand = WarehouseFixture.brand(1, "Asia/Shanghai");
        Condition buyers = new OrdersCondition(Measure.COUNT, Bound.AT_LEAST, 1, new Last(30));
        warehouse.customer(1, null, null, null, null, Map.of()).relation(brand, 1, NOW, null, false, false);
        assertThat(members(brand, buyers)).isEmpty();
        warehouse.order(brand, 1, NOW, 100);
        assertThat(members(brand, buyers)).as("an order of this very moment").containsExactly(1);
        assertThat(engine.estimate(brand, buyers).base()).isEqualTo(1);
    }

    @Test
    void aShareIsTheSameForEverAndSharesOfOneKeyDivideEverybody() {
        Brand brand = WarehouseFixture.brand(1, "Asia/Shanghai");
        known(brand, 1, 300);
        List<Integer> tenth = members(brand, new ShareCondition("autumn", 0, 1_000));
        List<Integer> others = members(brand, new ShareCondition("autumn", 1_000, 10_000));
        assertThat(tenth).as("about a tenth of 300").hasSizeBetween(15, 48);
        assertThat(tenth).doesNotContainAnyElementsOf(others);
        assertThat(tenth.size() + others.size()).isEqualTo(300);
        assertThat(members(brand, new Not(new ShareCondition("autumn", 0, 1_000))))
                .isEqualTo(others);
        assertThat(members(brand, new ShareCondition("winter", 0, 1_000)))
                .as("another key divides otherwise")
                .isNotEqualTo(tenth);

        known(brand, 301, 600);
        assertThat(members(brand, new ShareCondition("autumn", 0, 1_000)))
                .as("new customers move nobody")
                .startsWith(tenth.toArray(Integer[]::new))
                .hasSizeGreaterThan(tenth.size());
    }

    @Test
    void aListIsReadAsItIsNowAndOnlyOfTheBrandsOwnCustomers() {
        Brand brand = WarehouseFixture.brand(1, "Asia/Shanghai");
        known(brand, 1, 10);
        assertThat(members(brand, new ListCondition("1"))).containsExactly(1, 2, 3, 5, 8);
        assertThat(members(brand, new Not(new ListCondition("1")))).containsExactly(4, 6, 7, 9, 10);
    }

    private void known(Brand brand, int from, int to) {
        IntStream.rangeClosed(from, to).forEach(number -> warehouse.relation(brand, number, NOW, null, false, false));
    }

    @Test
    void whatIsGivenOutIsTheCallersOwn() {
        Brand brand = WarehouseFixture.brand(1, "Asia/Shanghai");
        warehouse.customer(1, null, null, null, null, Map.of()).relation(brand, 1, NOW, null, false, false);
        engine.members(brand, And.EVERYONE).customers().add(99);
        assertThat(members(brand, And.EVERYONE)).containsExactly(1);
    }

    @Test
    void countsOfOneMinuteShareTheirNowAndMembersAreExactToTheSecond() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        Instant early = Instant.parse("2025-01-01T00:00:00.001Z");
        Instant late = Instant.parse("2025-01-01T00:01:00Z");
        assertThat(Moment.shared(early, zone)).isEqualTo(Moment.shared(late, zone));
        assertThat(Moment.exact(early, zone).now()).isEqualTo(Instant.parse("2025-01-01T00:00:01Z"));
        assertThat(Moment.exact(late, zone).now()).isEqualTo(late);
    }

    private List<Integer> members(Brand brand, Condition condition) {
        return IntStream.of(engine.members(brand, condition).customers().toArray())
                .boxed()
                .toList();
    }

    static void fill(WarehouseFixture warehouse, Brand brand, List<Person> people) {
        warehouse.clear();
        people.forEach(person -> put(warehouse, brand, person));
    }

    static void put(WarehouseFixture warehouse, Brand brand, Person person) {
        describe(warehouse, brand, person);
        person.orders().forEach(order -> order(warehouse, brand, person.number(), order));
        person.refunds().forEach(back -> refund(warehouse, brand, person.number(), back));
        person.events().forEach(event -> event(warehouse, brand, person.number(), event));
    }

    static void describe(WarehouseFixture warehouse, Brand brand, Person person) {
        Map<String, String> attributes = new HashMap<>(person.texts());
        String gender = attributes.remove("gender");
        String city = attributes.remove("city");
        String province = attributes.remove("province");
        warehouse.customer(person.number(), gender, person.birthday(), city, province, attributes);
        warehouse.relation(
                brand,
                person.number(),
                person.firstSeen(),
                person.lastSeen(),
                person.memberSince(),
                facts(person, TouchpointChannel.WECOM),
                facts(person, TouchpointChannel.EMAIL),
                facts(person, TouchpointChannel.SMS));
        person.guides().forEach((guide, lasts) -> warehouse.friend(brand, person.number(), guide, lasts));
        person.tags().forEach(tag -> warehouse.tag(brand, person.number(), Long.parseLong(tag)));
    }

    static void order(WarehouseFixture warehouse, Brand brand, @Nullable Integer customer, Purchase order) {
        warehouse.order(brand, customer, order.at(), order.amount(), order.store(), order.channel(), order.lines());
    }

    static void refund(WarehouseFixture warehouse, Brand brand, @Nullable Integer customer, Purchase back) {
        warehouse.refund(brand, customer, back.at(), back.amount(), back.store(), back.channel(), back.lines());
    }

    static void event(WarehouseFixture warehouse, Brand brand, @Nullable Integer customer, Happening event) {
        warehouse.event(brand, customer, event.name(), event.at(), event.properties());
    }

    private static TouchpointFacts facts(Person person, TouchpointChannel channel) {
        Touch touch = person.touches().get(channel);
        if (touch == null) {
            return new TouchpointFacts(false, false, false, false);
        }
        boolean allowed = touch.allowed() == null ? channel == TouchpointChannel.WECOM : touch.allowed();
        boolean refused = touch.allowed() != null && !touch.allowed();
        return new TouchpointFacts(true, touch.works() && allowed, refused, !touch.works());
    }
}
