package io.waterwheel.kernel.job;

import io.waterwheel.kernel.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A job as people see it.
///
/// @param done        how many units are finished
/// @param total       how many there are, null while unknown
/// @param message     what it is doing, what it waits for, or why it failed
/// @param secondsLeft forecast from the speed so far, null while unknown
public record Job(
        JobId id,
        String kind,
        Text title,
        JobState state,
        long done,
        @Nullable Long total,
        String unit,
        @Nullable Text message,
        @Nullable Long secondsLeft,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String link) {}
