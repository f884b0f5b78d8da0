package io.waterwheel.segment;

import io.waterwheel.access.Brand;
import io.waterwheel.segment.language.Condition;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// What other modules may ask of saved segments.
public interface Segments {

    /// Saves a segment, in the caller's transaction if there is one.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `segment-name-taken`
    SegmentId create(Brand brand, String name, @Nullable String description, Condition definition);

    /// @throws io.waterwheel.kernel.problem.Problem `not-found`
    String name(Brand brand, SegmentId id);

    /// Everyone in the segment now: everything acknowledged before this call is counted.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `not-found`
    RoaringBitmap members(Brand brand, SegmentId id);
}
