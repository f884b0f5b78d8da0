package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;

/// Who enters a segment, or leaves it, comes in.
///
/// @param segment its id
/// @param entered whether entering counts; otherwise leaving does
@Schema(name = "JourneyOnSegment")
public record OnSegment(String segment, boolean entered) implements Trigger {

    public OnSegment {
        Ids.check(segment, "/segment", JourneyFault.UNKNOWN_SEGMENT);
    }
}
