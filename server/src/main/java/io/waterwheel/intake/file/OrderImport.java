package io.waterwheel.intake.file;

import io.waterwheel.intake.ImportCounts;
import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of an order file. First every line is read, checked and staged, so a file that cannot be read to its end
/// changes nothing; then the orders are appended, the next piece being made while the log writes the last.
final class OrderImport {

    private static final Logger log = LoggerFactory.getLogger(OrderImport.class);
    private static final int PIECE_ORDERS = 2_000;
    private static final int PIECE_LINES = 20_000;
    private static final int STOP_EVERY = 4_096;

    /// The share of reading in the whole, in percent, as measured.
    private static final long READING = 30;

    private static final long WHOLE = 100;

    private final ImportTask task;
    private final JobRun run;
    private final OrderAppender appender;
    private final OrderJson json;

    OrderImport(ImportTask task, JobRun run, OrderAppender appender, OrderJson json) {
        this.task = task;
        this.run = run;
        this.appender = appender;
        this.json = json;
    }

    /// @throws Problem `file-…` when nothing was appended, `import-…` saying how much was
    ImportCounts run(Instant startedAt) {
        try {
            return readInEitherEncoding(startedAt);
        } catch (IOException | DataAccessException e) {
            log.error("import.failed id={} orders={}", task.id(), appender.ordinal(), e);
            throw new Problem(
                            ImportDirectories.fullDisk(e)
                                    ? IntakeProblem.IMPORT_DISK_FULL
                                    : IntakeProblem.IMPORT_INTERRUPTED,
                            e)
                    .with("orders", appender.ordinal());
        } finally {
            ImportDirectories.delete(task.scratch());
        }
    }

    private ImportCounts readInEitherEncoding(Instant startedAt) throws IOException {
        try {
            return read(task.format(), startedAt);
        } catch (Problem problem) {
            if (problem.type() == IntakeProblem.FILE_UNDECODABLE
                    && task.format().mayBeGb18030()) {
                return read(task.format().in(FileFormat.GB18030), startedAt);
            }
            throw problem;
        }
    }

    private ImportCounts read(FileFormat format, Instant startedAt) throws IOException {
        ImportDirectories.delete(task.scratch());
        try (RejectedLines rejected = new RejectedLines(task.errors(), task.columns());
                OrderStaging staging = OrderStaging.in(task.scratch())) {
            long lines = stage(format, startedAt, staging, rejected);
            append(staging, rejected);
            return appender.counts(lines, rejected.count());
        }
    }

    private long stage(FileFormat format, Instant startedAt, OrderStaging staging, RejectedLines rejected)
            throws IOException {
        OrderLineReader reader = new OrderLineReader(task, dayOrder(format), startedAt);
        long size = Math.max(1, Files.size(task.upload()));
        long count = 0;
        try (CsvLines lines = CsvLines.open(task.upload(), format)) {
            lines.next(); // the header
            for (CsvLine line = lines.next(); line != null; line = lines.next()) {
                try {
                    staging.add(reader.read(line));
                } catch (LineRefused refused) {
                    rejected.add(line, refused);
                }
                if (++count % STOP_EVERY == 0) {
                    run.checkStop();
                    run.progress(
                            READING * lines.bytesRead() / size, WHOLE, counted("已读取 %,d 行", "%,d lines read", count));
                }
            }
        }
        return count;
    }

    private static Text counted(String zh, String en, Object... counts) {
        return new Text(zh.formatted(counts), en.formatted(counts));
    }

    /// Looks through the file for a date that tells, when its dates end with the year.
    private DayOrder dayOrder(FileFormat format) throws IOException {
        int column = task.column(OrderFile.PAID_AT);
        try (CsvLines lines = CsvLines.open(task.upload(), format)) {
            lines.next();
            for (CsvLine line = lines.next(); line != null; line = lines.next()) {
                String text = line.cell(column);
                DayOrder proven = text.isEmpty() ? DayOrder.UNKNOWN : DayOrder.provenBy(text);
                if (proven != DayOrder.UNKNOWN) {
                    return proven == null ? DayOrder.UNKNOWN : proven;
                }
            }
        }
        return DayOrder.UNKNOWN;
    }

    /// What [JobRun] is told in this part is told by the one thread that appends.
    private void append(OrderStaging staging, RejectedLines rejected) throws IOException {
        long orders = staging.finish();
        try (ExecutorService thread = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("import-" + task.id()).factory())) {
            Future<?> last = CompletableFuture.completedFuture(null);
            Pieces pieces = new Pieces(staging.read(), rejected);
            for (List<NewEvent> piece = pieces.next(); !piece.isEmpty(); piece = pieces.next()) {
                List<NewEvent> next = piece;
                await(last);
                last = thread.submit(() -> {
                    appender.append(next);
                    run.progress(
                            READING + (WHOLE - READING) * appender.ordinal() / Math.max(1, orders),
                            WHOLE,
                            counted("已写入 %,d / %,d 单", "%,d of %,d orders written", appender.ordinal(), orders));
                });
            }
            await(last);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void await(Future<?> piece) {
        try {
            piece.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Makes orders of the staged lines, some thousand at a time.
    private final class Pieces {

        private final ResultSet rows;
        private final RejectedLines rejected;
        private @Nullable OrderLine ahead;
        private long ordinal;

        Pieces(ResultSet rows, RejectedLines rejected) throws SQLException {
            this.rows = rows;
            this.rejected = rejected;
            advance();
        }

        /// @return empty at the end
        List<NewEvent> next() throws SQLException {
            List<NewEvent> piece = new ArrayList<>();
            int lines = 0;
            while (ahead != null && piece.size() < PIECE_ORDERS && lines < PIECE_LINES) {
                StagedOrder order = order(ahead);
                // Those of a run before are read again only for their rejected lines.
                if (ordinal++ >= appender.done()) {
                    piece.add(json.event(task, order));
                    lines += order.lines().size();
                }
            }
            return piece;
        }

        private StagedOrder order(OrderLine first) throws SQLException {
            StagedOrder order = new StagedOrder(first);
            for (OrderLine line = first; line != null && line.number().equals(order.number()); line = ahead) {
                LineFault fault = order.add(line);
                if (fault != null) {
                    reject(line, fault);
                }
                advance();
            }
            return order;
        }

        private void advance() throws SQLException {
            ahead = rows.next() ? OrderStaging.line(rows) : null;
        }

        /// The line as it was read; columns that are not mapped are no longer known.
        private void reject(OrderLine line, LineFault fault) {
            String[] cells = new String[task.columns().size()];
            Arrays.fill(cells, "");
            put(cells, OrderFile.ORDER_NUMBER, line.number());
            put(
                    cells,
                    OrderFile.PAID_AT,
                    Instant.ofEpochMilli(line.at())
                            .atZone(task.brand().zone())
                            .toLocalDateTime()
                            .toString());
            put(cells, OrderFile.CUSTOMER, line.customer());
            put(cells, OrderFile.PRODUCT_CODE, line.productCode());
            put(cells, OrderFile.PRODUCT_NAME, line.productName());
            put(cells, OrderFile.QUANTITY, line.quantity());
            put(cells, OrderFile.UNIT_PRICE, line.price());
            put(cells, OrderFile.COUNTRY, line.country());
            put(cells, OrderFile.STORE, line.store());
            boolean customer = fault == LineFault.CUSTOMER_DIFFERS;
            rejected.add(
                    line.line(),
                    fault,
                    task.column(customer ? OrderFile.CUSTOMER : OrderFile.QUANTITY),
                    customer ? line.customer() : line.quantity(),
                    List.of(cells));
        }

        private void put(String[] cells, String field, @Nullable String value) {
            int column = task.column(field);
            if (column >= 0 && value != null) {
                cells[column] = value;
            }
        }
    }
}
