package io.waterwheel.intake.file;

import io.waterwheel.intake.DryRun;
import io.waterwheel.intake.Import;
import io.waterwheel.intake.ImportCounts;
import io.waterwheel.intake.ImportField;
import io.waterwheel.intake.ImportId;
import io.waterwheel.intake.ImportState;
import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.intake.generated.tables.records.ImportRecord;
import io.waterwheel.kernel.job.Job;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.JobState;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.web.ProblemBody;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/// Shows an import as a person sees it: its row, and what its job says while that is at work.
@Component
class ImportView {

    static final TypeReference<List<String>> COLUMNS = new TypeReference<>() {};
    static final TypeReference<Map<String, String>> MAPPING = new TypeReference<>() {};
    private static final TypeReference<List<List<String>>> SAMPLE = new TypeReference<>() {};
    static final TypeReference<DryRun> DRY_RUN = new TypeReference<>() {};
    private static final TypeReference<ImportCounts> COUNTS = new TypeReference<>() {};
    private static final TypeReference<StoredProblem> PROBLEM = new TypeReference<>() {};

    private final ImportRows rows;
    private final FileKinds kinds;
    private final Jobs jobs;

    ImportView(ImportRows rows, FileKinds kinds, Jobs jobs) {
        this.rows = rows;
        this.kinds = kinds;
        this.jobs = jobs;
    }

    Import of(ImportRecord row, Locale locale) {
        Job job = job(row);
        FileKind kind = kinds.of(row.getKind());
        ImportState state = state(row, job);
        List<String> columns = rows.read(row.getColumns(), COLUMNS);
        List<List<String>> sample = rows.open(row.getSample(), SAMPLE);
        return new Import(
                new ImportId(row.getId()),
                kind.kind(),
                row.getFilename(),
                row.getBytes(),
                state,
                row.getFormat(),
                row.getEncoding(),
                row.getDelimiter(),
                row.getSheet(),
                rows.read(row.getSheets(), COLUMNS),
                columns,
                sample,
                fields(kind, columns, sample),
                kind.takesMore(),
                rows.read(row.getMapping(), MAPPING),
                row.getTemplate(),
                row.getSource(),
                row.getJobId() == null ? null : new JobId(row.getJobId()),
                row.getDryRun(),
                row.getDryResult() == null ? null : rows.open(row.getDryResult(), DRY_RUN),
                row.getCounts() == null ? null : rows.read(row.getCounts(), COUNTS),
                state == ImportState.FAILED || state == ImportState.UNDO_FAILED ? problem(row, locale) : null,
                state.undoable() && !row.getDryRun(),
                row.getCreatedAt(),
                finishedAt(row, job));
    }

    ImportState state(ImportRecord row) {
        return state(row, job(row));
    }

    private @Nullable Job job(ImportRecord row) {
        boolean underWay =
                row.getState().equals(ImportRows.STARTED) || row.getState().equals(ImportRows.UNDOING);
        return underWay && row.getJobId() != null
                ? jobs.find(new JobId(row.getJobId())).orElse(null)
                : null;
    }

    private static ImportState state(ImportRecord row, @Nullable Job job) {
        if (row.getState().equals(ImportRows.UNDOING)) {
            return undo(job == null ? JobState.FAILED : job.state());
        }
        if (!row.getState().equals(ImportRows.STARTED)) {
            return ImportState.valueOf(row.getState().toUpperCase(Locale.ROOT));
        }
        JobState state = job == null ? JobState.FAILED : job.state();
        return switch (state) {
            case QUEUED -> ImportState.QUEUED;
            // A job is done after its import says so, or is a draft again: the row was read just before.
            case RUNNING, PAUSED, DONE -> ImportState.RUNNING;
            case FAILED -> ImportState.FAILED;
            case CANCELLED -> ImportState.CANCELLED;
        };
    }

    private static ImportState undo(JobState state) {
        return switch (state) {
            case QUEUED, RUNNING, PAUSED -> ImportState.UNDOING;
            case DONE -> ImportState.UNDONE;
            case FAILED, CANCELLED -> ImportState.UNDO_FAILED;
        };
    }

    private static @Nullable Instant finishedAt(ImportRecord row, @Nullable Job job) {
        return job == null ? row.getFinishedAt() : job.finishedAt();
    }

    private static List<ImportField> fields(FileKind kind, List<String> columns, List<List<String>> sample) {
        Map<String, Integer> guess = ColumnGuess.of(kind.fields(), columns, sample);
        return kind.fields().stream()
                .map(field -> new ImportField(
                        field.name(),
                        field.required(),
                        guess.containsKey(field.name()) ? columns.get(guess.get(field.name())) : null))
                .toList();
    }

    private ProblemBody problem(ImportRecord row, Locale locale) {
        Problem problem = row.getProblem() == null
                ? new Problem(IntakeProblem.IMPORT_INTERRUPTED).with("orders", "?")
                : rows.read(row.getProblem(), PROBLEM).problem();
        return ProblemBody.of(problem, locale, "");
    }
}
