package io.waterwheel.segment.engine;

import io.waterwheel.warehouse.Warehouse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/// Makes engines for tests of other packages.
public final class SegmentEngines {

    private SegmentEngines() {}

    public static SegmentEngine over(Warehouse warehouse, Instant now) {
        return new SegmentEngine(
                warehouse,
                new LeafCache(1_000_000),
                (brand, id) -> Optional.empty(),
                new HeldSets((brand, id) -> new RoaringBitmap(), 1_000_000),
                InstantSource.fixed(now));
    }
}
