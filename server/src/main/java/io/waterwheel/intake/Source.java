package io.waterwheel.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who reports events of a brand: a shop's server, an app, a file.
///
/// @param name        stands in every event as its source
/// @param lastEventAt when the last event came in, null before the first
/// @param events      how many came in, counted a moment behind the log
/// @param eventsPerSecond how many it may send on average before it is told to wait, null for no limit
/// @param side        where its write key is kept
/// @param revoked     its write key is refused; what it reported stays
/// @param platform    whose orders a connector reports, null for other kinds
/// @param pushPath    where that platform pushes to, on this server
public record Source(
        SourceId id,
        String name,
        SourceKind kind,
        Instant createdAt,
        @Nullable Instant lastEventAt,
        long events,
        @Nullable Integer eventsPerSecond,
        SourceSide side,
        boolean revoked,
        @Nullable String platform,
        @Nullable String pushPath) {}
