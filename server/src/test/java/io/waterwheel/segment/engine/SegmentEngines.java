package io.waterwheel.segment.engine;

import io.waterwheel.access.Brand;
import io.waterwheel.warehouse.Warehouse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/// Makes engines for tests of other packages.
public final class SegmentEngines {

    private SegmentEngines() {}

    /// Every second of the first thousand customers is on list 1, nobody on any other.
    public static final ListLookup LISTS = (brand, id) -> RoaringBitmap.bitmapOf(
            IntStream.range(0, id.equals("1") ? 500 : 0).map(n -> 2 * n + 1).toArray());

    /// The lists that random definitions ask for.
    static Map<String, RoaringBitmap> lists(Brand brand) {
        return RandomSegments.LISTS.stream().collect(Collectors.toMap(id -> id, id -> LISTS.members(brand, id)));
    }

    public static SegmentEngine over(Warehouse warehouse, Instant now) {
        return over(warehouse, now, (brand, id) -> Optional.empty());
    }

    public static SegmentEngine over(Warehouse warehouse, Instant now, SegmentLookup segments) {
        return new SegmentEngine(
                warehouse,
                new LeafCache(1_000_000),
                segments,
                new HeldSets(LISTS, 1_000_000),
                InstantSource.fixed(now));
    }
}
