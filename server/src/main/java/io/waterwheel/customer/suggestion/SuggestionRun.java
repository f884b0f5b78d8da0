package io.waterwheel.customer.suggestion;

import io.waterwheel.kernel.job.JobId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the last search for suggestions went.
///
/// @param running    a search is under way
/// @param job        null when there has been none yet
/// @param customers  how many were compared
/// @param open       how many suggestions wait for a person
public record SuggestionRun(
        boolean running,
        @Nullable JobId job,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Integer customers,
        long open) {}
