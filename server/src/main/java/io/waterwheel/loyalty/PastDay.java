package io.waterwheel.loyalty;

import java.time.Instant;
import java.util.List;

/// What was booked on one day before the ledger was here.
///
/// @param until when it was booked: not before any of it happened
public record PastDay(Instant until, List<PointsCommand> commands) {

    public PastDay {
        commands = List.copyOf(commands);
    }
}
