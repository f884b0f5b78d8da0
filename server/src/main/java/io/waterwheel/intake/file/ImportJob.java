package io.waterwheel.intake.file;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.intake.ImportId;
import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.intake.file.table.FileFormat;
import io.waterwheel.intake.file.table.FormatGuess;
import io.waterwheel.intake.generated.tables.records.ImportRecord;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Brings one file in, of whatever kind.
@Component
class ImportJob implements JobHandler {

    static final String KIND = "import";

    private final ImportRows rows;
    private final ImportDirectories directories;
    private final FileKinds kinds;
    private final Brands brands;

    ImportJob(ImportRows rows, ImportDirectories directories, FileKinds kinds, Brands brands) {
        this.rows = rows;
        this.directories = directories;
        this.kinds = kinds;
        this.brands = brands;
    }

    record Params(long importId) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws IOException {
        Brand brand = brands.get(Objects.requireNonNull(run.brand()));
        ImportId id = new ImportId(run.params(Params.class).importId());
        ImportRecord row = rows.get(brand, id);
        if (!row.getState().equals(ImportRows.STARTED)) {
            // The run before was killed after its last word.
            return;
        }
        rows.problem(id, null);
        try {
            ImportTask task = task(brand, id, row);
            FileKind kind = kinds.of(row.getKind());
            if (row.getDryRun()) {
                rows.checked(id, kind.check(task, run));
                return;
            }
            rows.done(id, kind.run(task, run));
            // Its events are in the log; what personal data the file holds must not lie about.
            Files.deleteIfExists(task.upload());
        } catch (Problem problem) {
            rows.problem(id, problem);
            throw problem;
        }
    }

    private ImportTask task(Brand brand, ImportId id, ImportRecord row) throws IOException {
        Path directory = directories.of(id);
        List<String> columns = rows.read(row.getColumns(), ImportView.COLUMNS);
        Map<String, Integer> mapping = new HashMap<>();
        rows.read(row.getMapping(), ImportView.MAPPING)
                .forEach((field, column) -> mapping.put(field, columns.indexOf(column)));
        try {
            FileFormat format = FormatGuess.of(ImportDirectories.upload(directory), row.getFilename(), row.getSheet());
            String source = Objects.requireNonNull(row.getSource());
            return new ImportTask(id, brand, source, directory, format, columns, mapping);
        } catch (NoSuchFileException e) {
            throw new Problem(IntakeProblem.FILE_GONE, e);
        }
    }
}
