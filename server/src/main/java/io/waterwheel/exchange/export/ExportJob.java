package io.waterwheel.exchange.export;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.exchange.ExchangeProblem;
import io.waterwheel.exchange.generated.tables.records.ExportRecord;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Makes the files of one export. What is in finished files is not read again after a kill.
@Component
class ExportJob implements JobHandler {

    static final String KIND = "export";

    private final DSLContext database;
    private final ExportRows rows;
    private final ExportDirectories directories;
    private final List<ExportContent> contents;
    private final Brands brands;

    ExportJob(
            DSLContext database,
            ExportRows rows,
            ExportDirectories directories,
            List<ExportContent> contents,
            Brands brands) {
        this.database = database;
        this.rows = rows;
        this.directories = directories;
        this.contents = contents;
        this.brands = brands;
    }

    record Params(long exportId) {}

    /// @param through how far the finished files reach
    /// @param end     how far the export goes: what happens while it is made is not in it
    record Checkpoint(long through, long end, List<ExportFile> files) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws IOException, SQLException {
        long id = run.params(Params.class).exportId();
        ExportRecord row = rows.get(id);
        if (ExportState.of(row.getState()) != ExportState.STARTED) {
            return;
        }
        ExportKind kind = ExportKind.of(row.getKind());
        ExportContent content =
                contents.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
        try {
            List<ExportFile> files = write(run, id, row, content);
            ExportColumns main = content.tables().getFirst();
            rows.done(
                    id,
                    files,
                    files.stream()
                            .filter(file -> file.name().startsWith(main.table() + "-"))
                            .mapToLong(ExportFile::rows)
                            .sum());
        } catch (SQLException | IOException e) {
            if (String.valueOf(e.getMessage()).contains("No space left")) {
                directories.delete(id);
                throw new Problem(ExchangeProblem.EXPORT_DISK_FULL, e);
            }
            throw e;
        }
    }

    private List<ExportFile> write(JobRun run, long id, ExportRecord row, ExportContent content)
            throws IOException, SQLException {
        Brand brand = brands.get(new BrandId(row.getBrandId()));
        ExportContent.Wanted wanted =
                new ExportContent.Wanted(brand, new ExportRange(row.getSince(), row.getUntil()), row.getPersonalData());
        Checkpoint from = run.checkpoint(Checkpoint.class).orElseGet(() -> new Checkpoint(0, content.end(), List.of()));
        Path directory =
                directories.make(id, from.files().stream().map(ExportFile::name).collect(Collectors.toSet()));
        try (ExportTables out = new ExportTables(content.tables(), directory, from.files())) {
            long through = from.through();
            while (through < from.end()) {
                run.checkStop();
                long next = content.write(wanted, through, from.end(), out);
                // What stood at the end may have been erased since.
                through = next > through ? next : from.end();
                run.progress(through, from.end(), null);
                if (out.full()) {
                    keep(run, new Checkpoint(through, from.end(), out.flush()));
                }
            }
            return out.flush();
        }
    }

    private void keep(JobRun run, Checkpoint checkpoint) {
        database.transaction(configuration -> run.checkpoint(DSL.using(configuration), checkpoint));
    }
}
