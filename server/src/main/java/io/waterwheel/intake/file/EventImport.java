package io.waterwheel.intake.file;

import io.waterwheel.intake.DryRun;
import io.waterwheel.intake.file.table.FileFormat;
import io.waterwheel.intake.file.table.LineRefused;
import io.waterwheel.intake.file.table.Row;
import io.waterwheel.kernel.OneAhead;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.job.JobRun;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// One run of a file whose rows become events one by one. It is read twice: first to its end to tell what is wrong
/// with it, so that a file that cannot be read to its end changes nothing; then to append. No row needs another, so
/// nothing is staged.
final class EventImport {

    private static final int PIECE = 2_000;

    /// The share of the first reading in the whole, in percent, as measured.
    private static final long READING = 30;

    private final ImportTask task;
    private final JobRun run;
    private final Readers readers;

    EventImport(ImportTask task, JobRun run, Readers readers) {
        this.task = task;
        this.run = run;
        this.readers = readers;
    }

    /// Makes the events of one row.
    interface RowReader {
        List<NewEvent> read(Row row) throws LineRefused;
    }

    /// Makes the reader of a file, looking through it first where it must.
    interface Readers {
        RowReader of(FileFormat format, Instant startedAt) throws IOException;
    }

    /// How many rows there are, and how many were refused.
    record Lines(long count, long rejected) {}

    /// @throws io.waterwheel.kernel.problem.Problem `file-…` when nothing was appended, `import-…` saying how much was
    Lines run(EventSink sink, Instant startedAt) {
        return FilePass.whole(task, sink::ordinal, format -> {
            RowReader reader = readers.of(format, startedAt);
            Lines lines = look(format, reader::read, READING);
            append(format, reader, sink, lines);
            return lines;
        });
    }

    /// Reads and writes nothing but the error file.
    ///
    /// @param sinks makes what counts, anew when the file has to be read in another encoding
    DryRun check(Supplier<SampledEvents> sinks, Instant startedAt) {
        return FilePass.whole(task, () -> 0, format -> {
            SampledEvents sampled = sinks.get();
            RowReader reader = readers.of(format, startedAt);
            Lines lines = look(format, row -> sampled.append(reader.read(row)), FilePass.WHOLE);
            return sampled.ofRecords(lines.count, lines.rejected);
        });
    }

    private Lines look(FileFormat format, FilePass.Taker taker, long share) throws IOException {
        try (RejectedLines rejected = new RejectedLines(task.errors(), task.columns())) {
            long count = new FilePass(task, run, 0, share).over(format, taker, rejected);
            return new Lines(count, rejected.count());
        }
    }

    private void append(FileFormat format, RowReader reader, EventSink sink, Lines lines) throws IOException {
        try (OneAhead ahead = new OneAhead("import-" + task.id())) {
            Pieces pieces = new Pieces(sink, ahead, lines);
            FilePass.silent(task).over(format, row -> pieces.add(reader.read(row)), null);
            pieces.flush();
            ahead.await();
        }
    }

    /// Gathers events to pieces, leaving out what the runs before have done.
    private final class Pieces {

        private final EventSink sink;
        private final OneAhead ahead;
        private final Lines lines;
        private List<NewEvent> piece = new ArrayList<>(PIECE);
        private long ordinal;
        private long rows;

        Pieces(EventSink sink, OneAhead ahead, Lines lines) {
            this.sink = sink;
            this.ahead = ahead;
            this.lines = lines;
        }

        void add(List<NewEvent> events) {
            rows++;
            for (NewEvent event : events) {
                if (ordinal++ >= sink.done()) {
                    piece.add(event);
                }
            }
            if (piece.size() >= PIECE) {
                flush();
            }
        }

        void flush() {
            if (piece.isEmpty()) {
                return;
            }
            List<NewEvent> next = piece;
            long read = rows;
            long good = lines.count - lines.rejected;
            piece = new ArrayList<>(PIECE);
            ahead.then(() -> {
                sink.append(next);
                run.progress(
                        READING + (FilePass.WHOLE - READING) * read / Math.max(1, good),
                        FilePass.WHOLE,
                        FilePass.counted("已写入 %,d / %,d 行", "%,d of %,d lines written", read, good));
            });
        }
    }
}
