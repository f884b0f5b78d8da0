package io.waterwheel.segment.now;

import io.waterwheel.access.Brand;
import io.waterwheel.segment.engine.SegmentEngine;
import io.waterwheel.segment.language.Condition;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Everybody is in the warehouse. It is waited for until it has what the log has, so this takes as long as a scan.
@Component
class WarehousePeers implements Peers {

    private final SegmentEngine engine;

    WarehousePeers(SegmentEngine engine) {
        this.engine = engine;
    }

    @Override
    public RoaringBitmap members(Brand brand, Condition condition) {
        return engine.members(brand, condition).customers();
    }
}
