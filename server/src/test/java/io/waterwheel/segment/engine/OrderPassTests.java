package io.waterwheel.segment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.segment.WarehouseFixture;
import io.waterwheel.segment.language.Bound;
import io.waterwheel.segment.language.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/// Folding orders into arrays says what grouping them in the database says.
class OrderPassTests {

    private static final Instant START = Instant.parse("2024-02-22T16:00:00Z");
    private static final int PEOPLE = 200;

    @Test
    void onePassOverAllLeavesIsWhatEachSaysByItself() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Brand brand = WarehouseFixture.brand(1, "Asia/Shanghai");
        try (WarehouseFixture warehouse = new WarehouseFixture()) {
            for (int order = 0; order < 600; order++) {
                Brand of = random.nextInt(9) == 0 ? WarehouseFixture.brand(2, "Asia/Shanghai") : brand;
                Integer customer = random.nextInt(9) == 0 ? null : 1 + random.nextInt(PEOPLE);
                if (random.nextInt(4) == 0) {
                    warehouse.refund(of, customer, time(random), 100L * random.nextInt(4));
                } else {
                    warehouse.order(of, customer, time(random), 100L * random.nextInt(4));
                }
            }
            List<Leaf> leaves = leaves(random);
            RoaringBitmap some = new RoaringBitmap();
            random.ints(30, 1, PEOPLE + 50).forEach(some::add);
            warehouse.read(context -> {
                LeafScan scan = new LeafScan(context, brand.id());
                var everybody = OrderPass.over(context, brand.id(), PEOPLE).answers(leaves);
                var chosen = OrderPass.over(context, brand.id(), some).answers(leaves);
                for (Leaf leaf : leaves) {
                    RoaringBitmap expected = scan.customers(Set.of(leaf)).get(leaf);
                    assertThat(everybody.get(leaf))
                            .as("seed %d, %s", seed, leaf)
                            .isEqualTo(expected);
                    assertThat(chosen.get(leaf))
                            .as("seed %d, some, %s", seed, leaf)
                            .isEqualTo(RoaringBitmap.and(expected, some));
                }
                return leaves;
            });
        }
    }

    @Test
    void whatItCannotSayIsLeftToTheScan() {
        assertThat(OrderPass.takes(new Leaf.Count(1, null))).isTrue();
        assertThat(OrderPass.takes(new Leaf.Count(127, null))).isTrue();
        assertThat(OrderPass.takes(new Leaf.Count(128, null)))
                .as("counts are bytes")
                .isFalse();
        assertThat(OrderPass.takes(new Leaf.Sum(Bound.AT_MOST, 0, null)))
                .as("it does not tell nothing from 0")
                .isFalse();
        assertThat(OrderPass.takes(new Leaf.Known())).isFalse();
    }

    private static List<Leaf> leaves(Random random) {
        List<Leaf> leaves = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            Interval window = window(random);
            Leaf leaf = switch (random.nextInt(3)) {
                case 0 -> new Leaf.Count(1 + random.nextInt(4), window);
                case 1 -> {
                    long value = 100L * (1 + random.nextInt(5));
                    yield random.nextBoolean()
                            ? new Leaf.Sum(Bound.AT_LEAST, value, window)
                            : new Leaf.Sum(Bound.AT_MOST, -value, window);
                }
                default -> new Leaf.LastOrder(random.nextBoolean(), time(random), window);
            };
            assertThat(OrderPass.takes(leaf)).isTrue();
            leaves.add(leaf);
        }
        return leaves;
    }

    private static @Nullable Interval window(Random random) {
        Instant from = time(random);
        return random.nextInt(3) == 0 ? null : new Interval(from, from.plus(Duration.ofHours(1 + random.nextInt(200))));
    }

    /// Often the same, often on an edge.
    private static Instant time(Random random) {
        return START.plus(Duration.ofHours(random.nextInt(200)));
    }
}
