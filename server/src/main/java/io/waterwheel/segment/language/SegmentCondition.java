package io.waterwheel.segment.language;

import io.swagger.v3.oas.annotations.media.Schema;

/// The customer is in another segment of the brand, as that segment is defined when the question is asked.
///
/// @param segment the other segment's id
@Schema(name = "SegmentCondition")
public record SegmentCondition(String segment) implements Condition {

    public SegmentCondition {
        InvalidCondition.when(!Reference.isId(segment), "/segment", Fault.UNKNOWN_SEGMENT);
    }
}
