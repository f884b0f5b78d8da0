package io.waterwheel.segment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.segment.WarehouseFixture;
import io.waterwheel.segment.engine.NaiveEvaluator.Person;
import io.waterwheel.segment.engine.NaiveEvaluator.Purchase;
import io.waterwheel.segment.language.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/// Questions that are asked of one state together, against plain counting.
class OneStateTests {

    private static final Instant NOW = Instant.parse("2024-03-31T00:30:00Z");

    private final WarehouseFixture warehouse = new WarehouseFixture();
    private final SegmentEngine engine = SegmentEngines.over(warehouse, NOW);

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void everyCustomerIsInOnePartOfAnAttributeAndAPartIsWhatItsDefinitionSays() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (String zone : List.of("Asia/Shanghai", "Europe/London", "America/Los_Angeles")) {
            Brand brand = WarehouseFixture.brand(7, zone);
            RandomSegments segments = new RandomSegments(random, NOW, brand.zone(), List.of());
            List<Person> people = segments.people(60);
            SegmentEngineTests.fill(warehouse, brand, people);
            warehouse.relation(WarehouseFixture.brand(8, zone), 1, NOW, null, true, true);
            NaiveEvaluator naive = new NaiveEvaluator(NOW, brand.zone(), Map.of(), SegmentEngines.lists(brand), people);
            Condition asked = segments.condition(2);
            engine.onOneState(brand, state -> {
                List<RoaringBitmap> sets = List.of(state.members(asked), state.everyone());
                List<Dimension> dimensions = Stream.concat(
                                Stream.of(StandardAttribute.values()), state.customAttributes(20).stream())
                        .map(attribute -> state.dimension(attribute).orElseThrow())
                        .toList();
                assertThat(dimensions).hasSizeGreaterThan(StandardAttribute.values().length);
                Cells together = state.cells(dimensions, sets);
                for (Dimension dimension : dimensions) {
                    Cells alone = state.cells(List.of(dimension), sets);
                    long all = 0;
                    for (int i = 0; i < dimension.parts().size(); i++) {
                        Condition part = dimension.parts().get(i).definition();
                        String what = "seed %d, %s, %s of those with %s".formatted(seed, zone, part, asked);
                        List<Person> in = people.stream()
                                .filter(person -> naive.meets(person, part))
                                .toList();
                        assertThat(together.count(dimension, i, 1)).as(what).isEqualTo(in.size());
                        assertThat(together.count(dimension, i, 0))
                                .as(what)
                                .isEqualTo(in.stream()
                                        .filter(person -> naive.meets(person, asked))
                                        .count());
                        assertThat(alone.count(dimension, i, 0)).as(what).isEqualTo(together.count(dimension, i, 0));
                        all += together.count(dimension, i, 1);
                    }
                    assertThat(all)
                            .as("seed %d, %s", seed, dimension.attribute())
                            .isEqualTo(people.size());
                }
                return dimensions;
            });
        }
    }

    @Test
    void manyNumbersAreToldInStretchesAndWhatIsNoNumberIsTheRest() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Brand brand = WarehouseFixture.brand(1, "Asia/Shanghai");
        for (int scale : new int[] {0, 2, 9}) {
            warehouse.clear();
            for (int number = 1; number <= 150; number++) {
                String value = random.nextInt(8) == 0
                        ? List.of("many", " ", "５0", "+7", "-3.5").get(random.nextInt(5))
                        : BigDecimal.valueOf(random.nextInt(-40, 4_000), scale).toPlainString();
                warehouse.customer(
                        number, null, null, null, null, number % 10 == 0 ? Map.of() : Map.of("points", value));
                warehouse.relation(brand, number, NOW, null, false, false);
            }
            Dimension points = agrees(brand, new CustomAttribute("points"), seed);
            assertThat(points.parts()).as("seed %d", seed).hasSizeBetween(5, 16);
            assertThat(points.parts().getFirst().kind()).isEqualTo(PartKind.NUMBERS);
            assertThat(points.parts().get(points.parts().size() - 2).kind()).isEqualTo(PartKind.REST);
            assertThat(points.parts().getLast().kind()).isEqualTo(PartKind.UNKNOWN);
        }
    }

    @Test
    void manyDaysOfTheBrandsOwnAreToldInStretchesOfTheCalendar() {
        Brand brand = WarehouseFixture.brand(1, "Asia/Shanghai");
        LocalDate first = LocalDate.of(2021, 2, 27);
        for (int number = 1; number <= 120; number++) {
            String value = number == 1 ? "soon" : first.plusDays(number * 9L).toString();
            warehouse.customer(number, null, null, null, null, Map.of("serviced", value));
            warehouse.relation(brand, number, NOW, null, false, false);
        }
        Dimension serviced = agrees(brand, new CustomAttribute("serviced"), 0);
        assertThat(serviced.parts().get(1).from()).isEqualTo("2021-04-01");
        assertThat(serviced.parts().get(1).to()).isEqualTo("2021-06-30");
        assertThat(serviced.parts().get(serviced.parts().size() - 2).kind()).isEqualTo(PartKind.REST);
    }

    /// The parts counted are the engine's answers to their definitions.
    private Dimension agrees(Brand brand, Attribute attribute, long seed) {
        return engine.onOneState(brand, state -> {
            Dimension dimension = state.dimension(attribute).orElseThrow();
            Cells cells = state.cells(List.of(dimension), List.of(state.everyone()));
            long all = 0;
            for (int i = 0; i < dimension.parts().size(); i++) {
                Condition part = dimension.parts().get(i).definition();
                assertThat(cells.count(dimension, i, 0))
                        .as("seed %d: %s", seed, part)
                        .isEqualTo(state.members(part).getLongCardinality());
                all += cells.count(dimension, i, 0);
            }
            assertThat(all).isEqualTo(state.everyone().getLongCardinality());
            return dimension;
        });
    }

    @Test
    void theCommonestTwentyValuesAreShownAsMostWriteThemAndTheOthersAreTheRest() {
        Brand brand = WarehouseFixture.brand(1, "Asia/Shanghai");
        int customer = 0;
        for (int city = 1; city <= 25; city++) {
            for (int i = 0; i < 30 - city; i++) {
                String name = city == 1 && i % 3 == 0 ? "ＣＩＴＹ01" : "City%02d".formatted(city);
                warehouse.customer(++customer, null, null, name, null, Map.of());
                warehouse.relation(brand, customer, NOW, null, false, false);
            }
        }
        Dimension cities = agrees(brand, StandardAttribute.CITY, 0);
        assertThat(cities.parts()).hasSize(22);
        assertThat(cities.parts().getFirst().from()).isEqualTo("City01");
        assertThat(cities.parts().get(19).from()).isEqualTo("City20");
        assertThat(cities.parts().get(20).kind()).isEqualTo(PartKind.REST);
    }

    @Test
    void anAttributeWithTooManyValuesIsNotToldInParts() {
        Brand brand = WarehouseFixture.brand(1, "Asia/Shanghai");
        for (int number = 1; number <= 4; number++) {
            warehouse.customer(number, null, null, "City" + number, null, Map.of());
            warehouse.relation(brand, number, NOW, null, false, false);
        }
        warehouse.read(context -> {
            assertThat(Dimensions.of(StandardAttribute.CITY, new DimensionValues(context, brand, 3), brand.zone()))
                    .isEmpty();
            assertThat(Dimensions.of(StandardAttribute.CITY, new DimensionValues(context, brand, 4), brand.zone()))
                    .isPresent();
            return context;
        });
    }

    @Test
    void whatASetBoughtIsThePlainSum() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Brand brand = WarehouseFixture.brand(7, "Europe/London");
        RandomSegments segments = new RandomSegments(random, NOW, brand.zone(), List.of());
        List<Person> people = segments.people(80);
        SegmentEngineTests.fill(warehouse, brand, people);
        warehouse.order(WarehouseFixture.brand(8, "Europe/London"), 1, NOW, 100).order(brand, null, NOW, 100);
        NaiveEvaluator naive = new NaiveEvaluator(NOW, brand.zone(), Map.of(), SegmentEngines.lists(brand), people);
        for (int round = 0; round < 30; round++) {
            Condition asked = segments.condition(1);
            Last window = new Last(1 + random.nextInt(12));
            Interval within = window.at(NOW, brand.zone());
            OrderTotals totals = engine.onOneState(
                    brand,
                    state -> state.orders(window, List.of(state.members(asked))).getFirst());
            List<Person> members =
                    people.stream().filter(person -> naive.meets(person, asked)).toList();
            String what = "seed %d: %s of those with %s".formatted(seed, window, asked);
            assertThat(totals.orders())
                    .as(what)
                    .isEqualTo(members.stream()
                            .flatMap(person -> paid(person, within))
                            .count());
            assertThat(totals.buyers())
                    .as(what)
                    .isEqualTo(members.stream()
                            .filter(person -> paid(person, within).findAny().isPresent())
                            .count());
            assertThat(totals.netSales())
                    .as(what)
                    .isEqualTo(sum(members, Person::orders, within) - sum(members, Person::refunds, within));
        }
    }

    private static Stream<Purchase> paid(Person person, Interval within) {
        return person.orders().stream().filter(order -> within.contains(order.at()) && order.amount() > 0);
    }

    private static long sum(
            List<Person> people, java.util.function.Function<Person, List<Purchase>> of, Interval within) {
        return people.stream()
                .flatMap(person -> of.apply(person).stream())
                .filter(purchase -> within.contains(purchase.at()))
                .mapToLong(Purchase::amount)
                .sum();
    }

    @Test
    void stretchesOfTheCalendarAreFewAndAWrongDayDoesNotWidenThem() {
        TreeMap<LocalDate, Long> days = new TreeMap<>();
        days.put(LocalDate.of(1, 1, 1), 1L);
        IntStream.range(0, 600).forEach(day -> days.put(LocalDate.of(1990, 1, 1).plusDays(day * 20L), 10L));
        List<LocalDate> starts = DayParts.starts(days);
        assertThat(starts).hasSizeBetween(5, 16).allMatch(start -> start.getDayOfYear() == 1);
        assertThat(starts.getFirst().getYear()).isBetween(1990, 1996);
        assertThat(DayParts.starts(new TreeMap<>())).isEmpty();
        assertThat(DayParts.starts(new TreeMap<>(Map.of(LocalDate.of(2024, 2, 29), 5L))))
                .isEmpty();
    }

    @Test
    void numbersOfOneSizeButManySpellingsStillHaveTwoStretches() {
        List<BigDecimal> starts = NumberParts.starts(new TreeMap<>(Map.of(new BigDecimal("5.00"), 21L)));
        assertThat(starts).containsExactly(new BigDecimal("5"));
        List<String> texts = new ArrayList<>();
        NumberParts.of(new CustomAttribute("n"), starts).forEach(part -> texts.add(part.from() + "–" + part.to()));
        assertThat(texts).containsExactly("null–5", "5–null");
    }
}
