package io.waterwheel.segment;

import io.waterwheel.access.Brand;
import org.roaringbitmap.RoaringBitmap;

/// What other modules may ask of saved segments.
public interface Segments {

    /// @throws io.waterwheel.kernel.problem.Problem `not-found`
    String name(Brand brand, SegmentId id);

    /// Everyone in the segment now: everything acknowledged before this call is counted.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `not-found`
    RoaringBitmap members(Brand brand, SegmentId id);
}
