package io.waterwheel.journey.saved;

import io.waterwheel.journey.JourneyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A line of the list of journeys.
///
/// @param inside how many are in it now, those put aside included
/// @param aside  how many of them were put aside
public record JourneySummary(
        JourneyId id,
        String name,
        JourneyState state,
        @Nullable Integer version,
        long inside,
        long aside,
        @Nullable Instant nextAt,
        Instant updatedAt,
        String updatedBy) {}
