package io.waterwheel.intake.file;

import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.intake.file.table.FileFormat;
import io.waterwheel.intake.file.table.LineRefused;
import io.waterwheel.intake.file.table.Row;
import io.waterwheel.intake.file.table.Rows;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.problem.Problem;
import java.io.IOException;
import java.util.function.LongSupplier;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Goes through a file from its first row to its last. What is no good goes into the error file.
final class FilePass {

    /// The whole of a job, in percent.
    static final long WHOLE = 100;

    private static final Logger log = LoggerFactory.getLogger(FilePass.class);
    private static final int STOP_EVERY = 4_096;

    private final ImportTask task;
    private final @Nullable JobRun run;
    private final long from;
    private final long to;

    /// @param from where the job stands when the pass begins, in percent
    /// @param to   where it stands when the pass ends
    FilePass(ImportTask task, @Nullable JobRun run, long from, long to) {
        this.task = task;
        this.run = run;
        this.from = from;
        this.to = to;
    }

    /// A pass that says nothing to the job, because somebody else does, who is told when it is to stop.
    static FilePass silent(ImportTask task) {
        return new FilePass(task, null, 0, 0);
    }

    /// Takes one row.
    interface Taker {
        void take(Row row) throws LineRefused, IOException;
    }

    /// @param rejected where refused rows go; null when an earlier pass has told of them
    /// @return how many rows there are
    long over(FileFormat format, Taker taker, @Nullable RejectedLines rejected) throws IOException {
        long count = 0;
        try (Rows rows = format.open(task.upload())) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                try {
                    row.requireCells(task.columns().size());
                    taker.take(row);
                } catch (LineRefused refused) {
                    if (rejected != null) {
                        rejected.add(row, refused);
                    }
                }
                if (++count % STOP_EVERY == 0 && run != null) {
                    run.checkStop();
                    run.progress(from + (long) ((to - from) * rows.share()), WHOLE, read(count));
                }
            }
        }
        return count;
    }

    private static Text read(long count) {
        return counted("已读取 %,d 行", "%,d lines read", count);
    }

    static Text counted(String zh, String en, Object... counts) {
        return new Text(zh.formatted(counts), en.formatted(counts));
    }

    /// What is done with a whole file.
    interface Reading<T> {
        T in(FileFormat format) throws IOException;
    }

    /// Reads a file in the encoding it turns out to have, and tells every failure as a problem.
    ///
    /// @param written how much was written when it fails
    /// @throws Problem `file-…` when nothing was written, `import-…` saying how much was
    static <T> T whole(ImportTask task, LongSupplier written, Reading<T> reading) {
        try {
            return inEitherEncoding(task.format(), reading);
        } catch (IOException | DataAccessException e) {
            log.error("import.failed id={} records={}", task.id(), written.getAsLong(), e);
            throw new Problem(
                            ImportDirectories.fullDisk(e)
                                    ? IntakeProblem.IMPORT_DISK_FULL
                                    : IntakeProblem.IMPORT_INTERRUPTED,
                            e)
                    .with("orders", written.getAsLong());
        } finally {
            ImportDirectories.delete(task.scratch());
        }
    }

    private static <T> T inEitherEncoding(FileFormat format, Reading<T> reading) throws IOException {
        try {
            return reading.in(format);
        } catch (Problem problem) {
            FileFormat otherwise = format.otherwise();
            if (problem.type() == IntakeProblem.FILE_UNDECODABLE && otherwise != null) {
                return reading.in(otherwise);
            }
            throw problem;
        }
    }
}
