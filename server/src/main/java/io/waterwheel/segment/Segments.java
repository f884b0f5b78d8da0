package io.waterwheel.segment;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
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

    /// Whether one customer is in the segment now: everything acknowledged before this call is counted. Takes
    /// milliseconds, however many customers there are.
    ///
    /// @param customer a number of theirs: whoever became part of another customer is that one
    /// @throws io.waterwheel.kernel.problem.Problem `not-found`, of the segment or of the customer
    boolean contains(Brand brand, SegmentId id, CustomerNo customer);
}
