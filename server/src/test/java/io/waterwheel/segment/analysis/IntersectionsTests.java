package io.waterwheel.segment.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class IntersectionsTests {

    @Test
    void everybodyIsCountedOnceWithExactlyTheSetsTheyAreIn() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<RoaringBitmap> sets = IntStream.rangeClosed(1, 1 + random.nextInt(6))
                    .mapToObj(_ -> some(random))
                    .toList();
            Map<List<Integer>, Long> counted = new HashMap<>();
            for (int customer = 0; customer < 50; customer++) {
                int number = customer;
                List<Integer> in = IntStream.range(0, sets.size())
                        .filter(set -> sets.get(set).contains(number))
                        .boxed()
                        .toList();
                if (!in.isEmpty()) {
                    counted.merge(in, 1L, Long::sum);
                }
            }
            List<Intersections.Intersection> found = Intersections.of(sets);
            assertThat(found).as("seed %d", seed).hasSize(counted.size());
            assertThat(found)
                    .as("seed %d", seed)
                    .allSatisfy(one -> assertThat(one.count()).isEqualTo(counted.get(one.in())));
        }
    }

    @Test
    void theLargestComesFirstAndEmptyOnesDoNotAppear() {
        List<Intersections.Intersection> found = Intersections.of(
                List.of(RoaringBitmap.bitmapOf(1, 2, 3, 4), RoaringBitmap.bitmapOf(4), RoaringBitmap.bitmapOf(9, 10)));
        assertThat(found)
                .containsExactly(
                        new Intersections.Intersection(List.of(0), 3),
                        new Intersections.Intersection(List.of(2), 2),
                        new Intersections.Intersection(List.of(0, 1), 1));
        assertThat(Intersections.of(List.of(new RoaringBitmap(), new RoaringBitmap())))
                .isEmpty();
    }

    private static RoaringBitmap some(Random random) {
        RoaringBitmap some = new RoaringBitmap();
        IntStream.range(0, random.nextInt(40)).forEach(_ -> some.add(random.nextInt(50)));
        return some;
    }
}
