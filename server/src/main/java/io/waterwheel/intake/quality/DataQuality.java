package io.waterwheel.intake.quality;

import io.waterwheel.customer.CustomerQuality.Coverage;
import io.waterwheel.intake.SourceKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be trusted of a brand's data, and what not.
///
/// @param days            how many days back events and refused values are counted
/// @param sources         who reported within these days, or ever if they have a place in the list of sources
/// @param refused         values that were not taken, the most frequent first
/// @param openSuggestions pairs of customers that may be one person and wait for somebody
/// @param measuredAt      when coverage was measured, null before the first time
/// @param coverage        null before the first time
/// @param measuring       a measurement is under way
public record DataQuality(
        int days,
        List<SourceQuality> sources,
        List<RefusedValue> refused,
        long openSuggestions,
        @Nullable Instant measuredAt,
        @Nullable Coverage coverage,
        boolean measuring) {

    /// @param kind        null for what the product itself reports
    /// @param lastEventAt when the last event came in
    /// @param events      how many came in
    /// @param late        of these, came more than a day after they happened
    /// @param lagMillis   from happening to coming in, on average over those that were not late; null when all were
    /// @param orders      paid orders and others
    /// @param orphans     orders that name nobody
    /// @param quarantined distinct events that lie in quarantine
    public record SourceQuality(
            String name,
            @Nullable SourceKind kind,
            @Nullable Instant lastEventAt,
            long events,
            long late,
            @Nullable Long lagMillis,
            long orders,
            long orphans,
            long quarantined) {}

    /// @param value the placeholder; empty for what may be personal
    public record RefusedValue(String source, String attribute, RefusedKind kind, String value, long times) {}
}
