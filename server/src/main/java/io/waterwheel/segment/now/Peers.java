package io.waterwheel.segment.now;

import io.waterwheel.access.Brand;
import io.waterwheel.segment.language.Condition;
import org.roaringbitmap.RoaringBitmap;

/// Answers what hangs on all the brand's customers, such as a place among them: one customer's own history cannot
/// tell.
@FunctionalInterface
interface Peers {

    /// Whoever meets the condition; everything acknowledged before is counted.
    RoaringBitmap members(Brand brand, Condition condition);
}
