package io.waterwheel.kernel.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A job as people see it.
///
/// @param done        how many units are finished
/// @param total       how many there are, null while unknown
/// @param secondsLeft forecast from the speed so far, null while unknown
public record Job(
        JobId id,
        String kind,
        String title,
        JobState state,
        long done,
        @Nullable Long total,
        String unit,
        @Nullable String message,
        @Nullable Long secondsLeft,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String link) {}
