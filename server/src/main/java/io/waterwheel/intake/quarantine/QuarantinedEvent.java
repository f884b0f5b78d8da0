package io.waterwheel.intake.quarantine;

import io.waterwheel.intake.QuarantineId;
import io.waterwheel.intake.SourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event that could not be taken, without its text.
///
/// @param reason    the code of why it cannot be taken, of the last time it was judged
/// @param detail    the same in the reader's words
/// @param name      the event's name, null when it could not be read
/// @param times     how often the same bytes came
/// @param corrected a person changed its text
/// @param closedAt  when it was replayed or discarded
public record QuarantinedEvent(
        QuarantineId id,
        SourceId sourceId,
        String source,
        String reason,
        String detail,
        @Nullable String name,
        int times,
        Instant firstAt,
        Instant lastAt,
        QuarantineState state,
        boolean corrected,
        @Nullable Instant closedAt,
        @Nullable String closedBy) {}
