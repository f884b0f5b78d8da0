package io.waterwheel.journey.saved;

import io.waterwheel.access.Brand;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A journey people are in, or come into, as it stands now.
///
/// @param version   which people come into
/// @param startedAt what happened before lets nobody in
/// @param held      how long it was paused in all, without a pause that lasts
public record FollowedJourney(
        long id,
        Brand brand,
        String name,
        JourneyState state,
        int version,
        Instant startedAt,
        @Nullable Instant pausedAt,
        Duration held) {

    public boolean live() {
        return state == JourneyState.LIVE;
    }

    /// What the journey's own clock shows when the time is `now`: it stands still in pauses.
    public Instant clock(Instant now) {
        return (pausedAt == null ? now : pausedAt).minus(held);
    }
}
