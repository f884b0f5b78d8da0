package io.waterwheel.segment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.CustomerFilter;
import io.waterwheel.customer.Customers;
import io.waterwheel.customer.PresentCustomers;
import io.waterwheel.customer.Tags;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.segment.language.And;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.now.CustomerNow;
import io.waterwheel.segment.now.CustomersNow;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;

/// The same definition over all customers in the warehouse and for each customer in PostgreSQL: both read the same
/// real log, each in its own way, and must never differ.
@ServerTest
class BothEnginesTests {

    private static final CustomerFilter ANYBODY =
            new CustomerFilter(null, null, null, null, null, null, null, null, null);

    /// The nights in which the clocks of London and of Los Angeles change, and the end of February of a leap year.
    private static final Map<String, List<Instant>> WORLDS = Map.of(
            "Asia/Shanghai", List.of(Instant.parse("2024-02-22T16:00:00Z"), Instant.parse("2023-02-27T23:59:59Z")),
            "Europe/London", List.of(Instant.parse("2024-03-31T00:30:15Z"), Instant.parse("2023-10-29T01:30:00Z")),
            "America/Los_Angeles",
                    List.of(Instant.parse("2024-03-10T10:00:01Z"), Instant.parse("2024-11-03T08:59:59Z")));

    private static final int PEOPLE = 16;
    private static final int DEFINITIONS = Integer.getInteger("definitions", 200);

    @Autowired
    private EventLog log;

    @Autowired
    private Tags tags;

    @Autowired
    private Customers customers;

    @Autowired
    private PresentCustomers present;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private TestBrands brands;

    @Test
    void bothEnginesAgreeForEveryCustomer() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        int[] met = new int[1];
        new TreeMap<>(WORLDS)
                .forEach((zone, moments) -> moments.forEach(now -> met[0] += world(seed, random, zone, now)));
        assertThat(met[0]).as("seed %d: somebody meets something", seed).isGreaterThan(1_000);
    }

    private int world(long seed, Random random, String zone, Instant now) {
        Brand brand = brands.create("CNY", zone);
        LoggedWorld world = new LoggedWorld(random, log, tags, brand, brands.chinese());
        List<String> tagIds = world.tags();
        Map<String, Condition> saved = saved(random, now, brand, tagIds);
        RandomSegments segments = new RandomSegments(random, now, brand.zone(), List.copyOf(saved.keySet()), tagIds);
        List<CustomerNo> numbers = world.live(segments.people(PEOPLE), now);
        assertThat(warehouse.catchUp(Duration.ofSeconds(60))).isTrue();

        SegmentLookup lookup = (of, id) -> Optional.ofNullable(saved.get(id));
        SegmentEngine all = SegmentEngines.over(warehouse, now, lookup);
        CustomerNow one = CustomersNow.over(present, all, now, lookup);
        RoaringBitmap known = customers.matching(brand.id(), ANYBODY);
        assertThat(all.members(brand, And.EVERYONE).customers())
                .as("seed %d, %s", seed, zone)
                .isEqualTo(known);

        List<Condition> definitions = IntStream.range(0, DEFINITIONS)
                .mapToObj(_ -> segments.condition(3))
                .toList();
        List<RoaringBitmap> answers = definitions.stream()
                .map(definition -> all.members(brand, definition).customers())
                .toList();
        int met = 0;
        for (int number : known.toArray()) {
            CustomerNo customer = new CustomerNo(number);
            Set<Condition> mets = new HashSet<>(one.met(brand, customer, definitions, Function.identity()));
            met += mets.size();
            for (int i = 0; i < DEFINITIONS; i++) {
                assertThat(mets.contains(definitions.get(i)))
                        .as("seed %d, %s at %s, customer %s: %s", seed, zone, now, customer, definitions.get(i))
                        .isEqualTo(answers.get(i).contains(number));
            }
        }
        oneByOne(seed, random, brand, one, numbers, definitions, answers);
        return met;
    }

    /// Asked alone a definition reads only what it needs itself, and a number may be one of long ago.
    private void oneByOne(
            long seed,
            Random random,
            Brand brand,
            CustomerNow one,
            List<CustomerNo> numbers,
            List<Condition> definitions,
            List<RoaringBitmap> answers) {
        Map<CustomerNo, CustomerNo> current = customers.current(numbers);
        for (int i = 0; i < DEFINITIONS; i++) {
            CustomerNo number = numbers.get(random.nextInt(numbers.size()));
            CustomerNo customer = current.getOrDefault(number, number);
            assertThat(one.meets(brand, number, definitions.get(i)))
                    .as("seed %d, %s, customer %s as %s: %s", seed, brand.zone(), customer, number, definitions.get(i))
                    .isEqualTo(answers.get(i).contains(customer.value()));
        }
    }

    /// Three segments, each of which may refer to those before it.
    private static Map<String, Condition> saved(Random random, Instant now, Brand brand, List<String> tagIds) {
        Map<String, Condition> saved = new HashMap<>();
        List<String> ids = new ArrayList<>();
        for (int id = 1; id <= 3; id++) {
            String name = String.valueOf(id);
            saved.put(name, new RandomSegments(random, now, brand.zone(), List.copyOf(ids), tagIds).condition(2));
            ids.add(name);
        }
        return saved;
    }
}
