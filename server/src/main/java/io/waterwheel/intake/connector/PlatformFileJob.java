package io.waterwheel.intake.connector;

import static io.waterwheel.intake.generated.Tables.PLATFORM_FILE_ERROR;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.intake.SourceId;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.kernel.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Takes one file in, a few hundred lines at a time. After a kill it goes on at the last piece, and what had been taken
/// of that is left out by the log.
@Component
class PlatformFileJob implements JobHandler {

    static final String KIND = "connector-file";

    private static final int PIECE = 200;
    private static final int MOST_FAULTS = 10_000;

    private final PlatformFiles files;
    private final Connections connections;
    private final PlatformOrders orders;
    private final Brands brands;
    private final DSLContext database;

    PlatformFileJob(
            PlatformFiles files, Connections connections, PlatformOrders orders, Brands brands, DSLContext database) {
        this.files = files;
        this.connections = connections;
        this.orders = orders;
        this.brands = brands;
        this.database = database;
    }

    record Params(long source, long file) {}

    /// @param offset bytes that are done with
    /// @param line   lines that are, empty ones too
    record Progress(long offset, long line, PlatformFile.Counts counts) {

        static final Progress START = new Progress(0, 0, PlatformFile.Counts.NONE);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws IOException {
        Params params = run.params(Params.class);
        if (files.row(params.file).getFinishedAt() != null) {
            // The run before was killed after its last word.
            return;
        }
        Brand brand = brands.get(Objects.requireNonNull(run.brand()));
        Connection connection = connections.get(brand, new SourceId(params.source));
        Path file = files.of(params.file);
        if (!Files.exists(file)) {
            throw new Problem(IntakeProblem.FILE_GONE);
        }
        Progress progress = run.checkpoint(Progress.class).orElse(Progress.START);
        long size = Files.size(file);
        try (JsonLines lines = new JsonLines(file, progress.offset)) {
            while (true) {
                run.checkStop();
                List<PlatformMessage> piece = new ArrayList<>(PIECE);
                List<Long> numbers = new ArrayList<>(PIECE);
                long line = progress.line;
                byte[] next = null;
                while (piece.size() < PIECE && (next = lines.next()) != null) {
                    line++;
                    if (next.length > 0) {
                        piece.add(PlatformMessage.of(next));
                        numbers.add(line);
                    }
                }
                if (!piece.isEmpty()) {
                    progress = take(connection, run, params.file, piece, numbers, lines.offset(), line, progress);
                    run.progress(percent(progress.offset, size), 100L, message(progress.counts));
                }
                if (next == null) {
                    break;
                }
            }
        }
        files.done(params.file, progress.counts);
        // Its events are in the log; what personal data the file holds must not lie about.
        Files.deleteIfExists(file);
    }

    private Progress take(
            Connection connection,
            JobRun run,
            long file,
            List<PlatformMessage> piece,
            List<Long> numbers,
            long offset,
            long line,
            Progress before) {
        List<Taken> taken = orders.take(connection, piece);
        PlatformFile.Counts counts = before.counts;
        RowSet faults = new RowSet(
                PLATFORM_FILE_ERROR.FILE_ID,
                PLATFORM_FILE_ERROR.LINE,
                PLATFORM_FILE_ERROR.REASON,
                PLATFORM_FILE_ERROR.PLACE);
        for (int i = 0; i < taken.size(); i++) {
            counts = counts.with(taken.get(i));
            if (taken.get(i) instanceof Taken.Refused refused && counts.rejected() <= MOST_FAULTS) {
                faults.row(file, numbers.get(i), refused.reason().code(), refused.place());
            }
        }
        Progress progress = new Progress(offset, line, counts);
        database.transaction(configuration -> {
            DSLContext transaction = DSL.using(configuration);
            if (!faults.isEmpty()) {
                keep(transaction, faults);
            }
            run.checkpoint(transaction, progress);
        });
        return progress;
    }

    private static void keep(DSLContext transaction, RowSet faults) {
        RowSet.Given given = faults.as("given");
        transaction
                .insertInto(
                        PLATFORM_FILE_ERROR,
                        PLATFORM_FILE_ERROR.FILE_ID,
                        PLATFORM_FILE_ERROR.LINE,
                        PLATFORM_FILE_ERROR.REASON,
                        PLATFORM_FILE_ERROR.PLACE)
                .select(DSL.select(
                                given.field(PLATFORM_FILE_ERROR.FILE_ID),
                                given.field(PLATFORM_FILE_ERROR.LINE),
                                given.field(PLATFORM_FILE_ERROR.REASON),
                                given.field(PLATFORM_FILE_ERROR.PLACE))
                        .from(given.table()))
                .onConflictDoNothing()
                .execute();
    }

    private static long percent(long offset, long size) {
        return size == 0 ? 100 : Math.min(100, offset * 100 / size);
    }

    private static Text message(PlatformFile.Counts counts) {
        return new Text(
                "%,d 行，%,d 单，%,d 笔退款，%,d 行未导入"
                        .formatted(counts.lines(), counts.orders(), counts.refunds(), counts.rejected()),
                "%,d lines, %,d orders, %,d refunds, %,d lines not taken"
                        .formatted(counts.lines(), counts.orders(), counts.refunds(), counts.rejected()));
    }
}
