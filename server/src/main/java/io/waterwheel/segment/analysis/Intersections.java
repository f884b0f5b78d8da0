package io.waterwheel.segment.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/// Splits the customers of some sets by exactly which of the sets they are in.
final class Intersections {

    private Intersections() {}

    /// @param in    places of the sets that everybody here is in; nobody here is in another
    /// @param count one or more
    record Intersection(List<Integer> in, long count) {}

    /// Those that are not empty, the largest first. Costs two set operations for each of at most 2ⁿ parts.
    static List<Intersection> of(List<RoaringBitmap> sets) {
        List<Intersection> found = new ArrayList<>();
        RoaringBitmap any = RoaringBitmap.or(sets.iterator());
        split(any, sets, List.of(), 0, found);
        found.sort(Comparator.comparingLong(Intersection::count)
                .reversed()
                .thenComparing(intersection -> intersection.in().toString()));
        return found;
    }

    private static void split(
            RoaringBitmap some, List<RoaringBitmap> sets, List<Integer> in, int next, List<Intersection> found) {
        if (some.isEmpty()) {
            return;
        }
        if (next == sets.size()) {
            found.add(new Intersection(in, some.getLongCardinality()));
            return;
        }
        List<Integer> inside = new ArrayList<>(in);
        inside.add(next);
        split(RoaringBitmap.and(some, sets.get(next)), sets, List.copyOf(inside), next + 1, found);
        split(RoaringBitmap.andNot(some, sets.get(next)), sets, in, next + 1, found);
    }
}
