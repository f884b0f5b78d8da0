package io.waterwheel.segment.tagging;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.CustomerFilter;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.Segments;
import java.util.Objects;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Finds who an audience is now.
@Component
class Audiences {

    private final Segments segments;
    private final Customers customers;

    Audiences(Segments segments, Customers customers) {
        this.segments = segments;
        this.customers = customers;
    }

    /// @throws Problem `invalid` unless it is a segment or a filter, `not-found`
    RoaringBitmap of(Brand brand, Audience audience) {
        if (!audience.one()) {
            throw new Problem(KernelProblem.INVALID)
                    .at("/audience", "choice", new Text("须是人群或筛选条件之一", "must be either a segment or a filter"));
        }
        SegmentId segment = audience.segment();
        CustomerFilter filter = audience.filter();
        return segment != null
                ? segments.members(brand, segment)
                : customers.matching(brand.id(), Objects.requireNonNull(filter));
    }
}
