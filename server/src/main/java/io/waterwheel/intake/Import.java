package io.waterwheel.intake;

import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.web.ProblemBody;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One uploaded file and what became of it.
///
/// @param sample  the first rows, cells shortened; empty once it has ended
/// @param mapping field name to column name: the guess while a draft, what was chosen afterwards
/// @param problem why the last run failed
public record Import(
        ImportId id,
        ImportKind kind,
        String filename,
        long bytes,
        ImportState state,
        String encoding,
        String delimiter,
        List<String> columns,
        List<List<String>> sample,
        List<ImportField> fields,
        Map<String, String> mapping,
        @Nullable String source,
        @Nullable JobId jobId,
        @Nullable ImportCounts counts,
        @Nullable ProblemBody problem,
        Instant createdAt,
        @Nullable Instant finishedAt) {}
