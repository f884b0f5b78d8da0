package io.waterwheel.segment.engine;

import io.waterwheel.warehouse.Warehouse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Makes engines for tests of other packages.
public final class SegmentEngines {

    private SegmentEngines() {}

    public static SegmentEngine over(Warehouse warehouse, Instant now) {
        return over(warehouse, now, (brand, id) -> Optional.empty());
    }

    public static SegmentEngine over(Warehouse warehouse, Instant now, SegmentLookup segments) {
        return new SegmentEngine(warehouse, new LeafCache(1_000_000), segments, InstantSource.fixed(now));
    }
}
