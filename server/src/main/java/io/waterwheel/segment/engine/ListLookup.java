package io.waterwheel.segment.engine;

import io.waterwheel.access.Brand;
import org.roaringbitmap.RoaringBitmap;

/// Where the engine finds the static lists a definition refers to.
public interface ListLookup {

    /// Whoever carries the listed numbers now; of other brands too. It is never changed.
    ///
    /// @param id a list of the brand
    /// @throws io.waterwheel.kernel.problem.Problem `not-found`, `customer-list-not-ready`
    RoaringBitmap members(Brand brand, String id);
}
