package io.waterwheel.intake.quarantine;

import io.waterwheel.intake.SourceId;
import java.time.Instant;

/// The open events of one source and reason.
///
/// @param events how many different ones
/// @param times  how often they came, all together
public record QuarantineGroup(
        SourceId sourceId,
        String source,
        String reason,
        String detail,
        long events,
        long times,
        Instant firstAt,
        Instant lastAt) {}
