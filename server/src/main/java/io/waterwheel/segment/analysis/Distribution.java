package io.waterwheel.segment.analysis;

import io.waterwheel.kernel.Text;
import io.waterwheel.segment.SegmentId;
import java.time.Instant;
import java.util.List;

/// How the values of an attribute are spread over a segment, beside all customers.
///
/// @param size  how many are in the segment
/// @param base  all customers the brand knows
/// @param parts every customer is in one of them
public record Distribution(
        SegmentId segment,
        String name,
        String attribute,
        Text label,
        long size,
        long base,
        List<Share> parts,
        Instant dataAt,
        long millis) {}
