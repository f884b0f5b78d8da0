package io.waterwheel.segment.analysis;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.language.Condition;
import java.time.Instant;
import java.util.List;

/// Which customers some segments share.
///
/// @param union         how many are in at least one of them
/// @param base          all customers the brand knows
/// @param intersections those with anybody in them, the largest first; together they are the union
public record Overlap(
        List<Member> segments, long union, long base, List<Shared> intersections, Instant dataAt, long millis) {

    @Schema(name = "OverlapMember")
    public record Member(SegmentId id, String name, long count) {}

    /// Customers who are in all of some segments and in none of the others.
    ///
    /// @param segments   the segments they are in
    /// @param definition how to ask for them
    @Schema(name = "Intersection")
    public record Shared(List<SegmentId> segments, long count, Condition definition) {}
}
