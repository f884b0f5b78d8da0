package io.waterwheel.intake;

import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.web.ProblemBody;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One uploaded file and what became of it.
///
/// @param format    `csv`, `jsonl`, `xlsx` or `parquet`
/// @param encoding  of text files
/// @param delimiter of CSV files
/// @param sheet     of workbooks, the one that is read
/// @param sheets    of workbooks, those there are
/// @param sample    the first rows, cells shortened; empty once it has ended
/// @param takesMore whether columns without a field may be mapped as `attributes.NAME`
/// @param mapping   field name to column name: the guess or the template while a draft, what was chosen afterwards
/// @param template  whose mapping it is, null when it was guessed
/// @param dryRun    whether the run that is under way only checks the file
/// @param dryResult what the last dry run found, while a draft
/// @param problem   why the last run failed
/// @param undoable  whether it can be undone now
public record Import(
        ImportId id,
        ImportKind kind,
        String filename,
        long bytes,
        ImportState state,
        String format,
        @Nullable String encoding,
        @Nullable String delimiter,
        @Nullable String sheet,
        List<String> sheets,
        List<String> columns,
        List<List<String>> sample,
        List<ImportField> fields,
        boolean takesMore,
        Map<String, String> mapping,
        @Nullable String template,
        @Nullable String source,
        @Nullable JobId jobId,
        boolean dryRun,
        @Nullable DryRun dryResult,
        @Nullable ImportCounts counts,
        @Nullable ProblemBody problem,
        boolean undoable,
        Instant createdAt,
        @Nullable Instant finishedAt) {}
