package io.waterwheel.intake.file;

import io.waterwheel.intake.ImportCounts;
import io.waterwheel.intake.catalogue.CatalogueRows;
import io.waterwheel.intake.catalogue.CatalogueRows.Entry;
import io.waterwheel.intake.catalogue.CatalogueTable;
import io.waterwheel.intake.file.table.FileFormat;
import io.waterwheel.intake.file.table.LineRefused;
import io.waterwheel.kernel.job.JobRun;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// One run of a file of reference data: read to its end first, so that a file that cannot be read changes nothing,
/// then written piece by piece.
@Component
class CatalogueImport {

    private static final int PIECE = 1_000;
    private static final long READING = 30;

    private final CatalogueRows rows;
    private final DSLContext database;
    private final TransactionTemplate transaction;

    CatalogueImport(CatalogueRows rows, DSLContext database, TransactionTemplate transaction) {
        this.rows = rows;
        this.database = database;
        this.transaction = transaction;
    }

    /// How far a run has come: good rows written, and of these those that changed something.
    record Progress(Instant startedAt, long written, long changed) {}

    record Lines(long count, long rejected) {}

    interface EntryReader {
        Entry read(ImportTask task, FieldCells cells) throws LineRefused;
    }

    interface CellsTaker {
        void take(FieldCells cells) throws LineRefused;
    }

    ImportCounts run(ImportTask task, JobRun run, CatalogueTable table, EntryReader reader, Instant now) {
        Progress from = run.checkpoint(Progress.class).orElseGet(() -> new Progress(now, 0, 0));
        Pieces pieces = new Pieces(task, run, table, from);
        Lines lines = FilePass.whole(task, () -> pieces.written, format -> {
            Lines looked = look(task, run, format, cells -> reader.read(task, cells), READING);
            pieces.good = looked.count - looked.rejected;
            FilePass.silent(task).over(format, row -> pieces.add(reader.read(task, new FieldCells(task, row))), null);
            pieces.flush();
            return looked;
        });
        return ImportCounts.ofRecords(lines.count, lines.rejected, pieces.written, pieces.written - pieces.changed, 0);
    }

    static Lines look(ImportTask task, JobRun run, FileFormat format, CellsTaker taker, long share) throws IOException {
        try (RejectedLines rejected = new RejectedLines(task.errors(), task.columns())) {
            long count = new FilePass(task, run, 0, share)
                    .over(format, row -> taker.take(new FieldCells(task, row)), rejected);
            return new Lines(count, rejected.count());
        }
    }

    private final class Pieces {

        private final ImportTask task;
        private final JobRun run;
        private final CatalogueTable table;
        private final Progress from;
        private final Map<String, Entry> piece = new LinkedHashMap<>();
        private long gathered;
        private long seen;
        private long good;
        private long written;
        private long changed;

        Pieces(ImportTask task, JobRun run, CatalogueTable table, Progress from) {
            this.task = task;
            this.run = run;
            this.table = table;
            this.from = from;
            this.written = from.written;
            this.changed = from.changed;
        }

        void add(Entry entry) {
            if (seen++ < from.written) {
                return;
            }
            piece.put(entry.code(), entry);
            if (++gathered >= PIECE) {
                flush();
            }
        }

        void flush() {
            run.checkStop();
            if (gathered == 0) {
                return;
            }
            transaction.executeWithoutResult(status -> {
                changed += rows.write(table, task.brand(), task.id(), task.source(), from.startedAt, piece.values());
                written += gathered;
                run.checkpoint(database, new Progress(from.startedAt, written, changed));
            });
            piece.clear();
            gathered = 0;
            run.progress(
                    READING + (FilePass.WHOLE - READING) * written / Math.max(1, good),
                    FilePass.WHOLE,
                    FilePass.counted("已写入 %,d / %,d 行", "%,d of %,d lines written", written, good));
        }
    }
}
