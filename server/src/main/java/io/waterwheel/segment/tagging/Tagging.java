package io.waterwheel.segment.tagging;

import io.waterwheel.kernel.job.JobId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A mass tagging.
///
/// @param reached  whom it was for, null until that is counted
/// @param changed  whose tags it changed, null until it is done
/// @param undoable done, and not undone yet
/// @param job      the job that did or undid it last
public record Tagging(
        String id,
        String tag,
        String group,
        boolean adding,
        @Nullable String value,
        @Nullable Long reached,
        @Nullable Long changed,
        boolean undoable,
        @Nullable JobId job,
        String createdBy,
        Instant createdAt,
        @Nullable Instant doneAt,
        @Nullable Instant undoneAt) {}
