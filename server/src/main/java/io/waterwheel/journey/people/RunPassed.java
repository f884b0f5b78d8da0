package io.waterwheel.journey.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A node somebody left.
///
/// @param exit null where the run ended
/// @param note why, where the exit does not say it all
public record RunPassed(
        String node,
        @Nullable String exit,
        Instant at,
        @Nullable String note) {}
