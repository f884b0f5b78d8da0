package io.waterwheel.segment.now;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waterwheel.customer.PresentCustomers;
import io.waterwheel.segment.engine.SegmentEngine;
import io.waterwheel.segment.engine.SegmentEngines;
import io.waterwheel.segment.engine.SegmentLookup;
import io.waterwheel.segment.language.Condition;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/// Makes answers at a given moment for tests of other packages.
public final class CustomersNow {

    private CustomersNow() {}

    /// @param engine is asked once for each condition that hangs on everybody: nothing happens meanwhile
    public static CustomerNow over(
            PresentCustomers customers, SegmentEngine engine, Instant now, SegmentLookup segments) {
        Map<Condition, RoaringBitmap> answers = new HashMap<>();
        return new CustomerNow(
                customers,
                segments,
                SegmentEngines.LISTS,
                (brand, condition) -> answers.computeIfAbsent(
                        condition, asked -> engine.members(brand, asked).customers()),
                InstantSource.fixed(now),
                new SimpleMeterRegistry());
    }
}
