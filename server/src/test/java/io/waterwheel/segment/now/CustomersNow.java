package io.waterwheel.segment.now;

import io.waterwheel.customer.PresentCustomers;
import io.waterwheel.segment.engine.SegmentLookup;
import java.time.Instant;
import java.time.InstantSource;

/// Makes answers at a given moment for tests of other packages.
public final class CustomersNow {

    private CustomersNow() {}

    public static CustomerNow over(PresentCustomers customers, Instant now, SegmentLookup segments) {
        return new CustomerNow(customers, segments, InstantSource.fixed(now));
    }
}
