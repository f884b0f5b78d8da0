package io.waterwheel.kernel.event;

import io.waterwheel.kernel.BrandId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Something that happened, not yet on the timeline.
///
/// @param source     which of the brand's sources reported it; with `messageId` it makes the event unique
/// @param messageId  the sender's own id of the event, so that sending it again changes nothing
/// @param name       what happened, a standard name from [EventNames] where there is one
/// @param at         when it happened, at the sender; to the microsecond
/// @param properties a JSON object as text, personal data already sealed
/// @param context    a JSON object as text: where it came from, `{}` when nothing is known
public record NewEvent(
        BrandId brand,
        String source,
        String messageId,
        String name,
        Instant at,
        Subject subject,
        String properties,
        String context) {

    /// Keeps as much of the time as the log does, so that what is told at once and what is read later are one time.
    public NewEvent {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
