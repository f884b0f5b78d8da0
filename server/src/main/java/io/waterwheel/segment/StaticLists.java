package io.waterwheel.segment;

import io.waterwheel.access.Brand;
import org.roaringbitmap.RoaringBitmap;

/// What other modules may ask of static lists.
public interface StaticLists {

    /// Whoever carries the listed numbers now. It is never changed.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `not-found`, `customer-list-not-ready`
    RoaringBitmap members(Brand brand, ListId list);
}
