package io.waterwheel.exchange.export;

import io.waterwheel.kernel.job.Job;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known, as Parquet files.
///
/// @param since        what happened before is left out; null for the beginning
/// @param until        what happened then or later is left out; null for all there is
/// @param personalData whether it holds plain personal data
/// @param job          that makes it
/// @param expiresAt    when its files are deleted, null while they are made
public record Export(
        long id,
        ExportKind kind,
        @Nullable Instant since,
        @Nullable Instant until,
        boolean personalData,
        ExportState state,
        @Nullable Job job,
        List<ExportFile> files,
        long rows,
        String createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Instant expiresAt) {}
