package io.waterwheel.intake.file;

import io.waterwheel.intake.file.table.FileFormat;
import io.waterwheel.intake.file.table.LineFault;
import io.waterwheel.kernel.OneAhead;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.job.JobRun;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run of an order file. First every line is read, checked and staged, so a file that cannot be read to its end
/// changes nothing; then the orders are appended, the next piece being made while the log writes the last.
final class OrderImport {

    private static final int PIECE_ORDERS = 2_000;
    private static final int PIECE_LINES = 20_000;

    /// The share of reading in the whole, in percent, as measured.
    private static final long READING = 30;

    private final ImportTask task;
    private final JobRun run;
    private final EventSink sink;
    private final OrderJson json;
    private final ProductNames products;

    OrderImport(ImportTask task, JobRun run, EventSink sink, OrderJson json, ProductNames products) {
        this.task = task;
        this.run = run;
        this.sink = sink;
        this.json = json;
        this.products = products;
    }

    /// How many lines there are, and how many were refused.
    record Lines(long count, long rejected) {}

    /// @throws io.waterwheel.kernel.problem.Problem `file-…` when nothing was appended, `import-…` saying how much was
    Lines run(Instant startedAt) {
        return FilePass.whole(task, sink::ordinal, format -> read(format, startedAt));
    }

    private Lines read(FileFormat format, Instant startedAt) throws IOException {
        ImportDirectories.delete(task.scratch());
        try (RejectedLines rejected = new RejectedLines(task.errors(), task.columns());
                OrderStaging staging = OrderStaging.in(task.scratch())) {
            long lines = stage(format, startedAt, staging, rejected);
            append(staging, rejected);
            return new Lines(lines, rejected.count());
        }
    }

    private long stage(FileFormat format, Instant startedAt, OrderStaging staging, RejectedLines rejected)
            throws IOException {
        DayOrder dayOrder = DayOrders.of(task, format, OrderFile.PAID_AT).of(OrderFile.PAID_AT);
        OrderLineReader reader = new OrderLineReader(task, dayOrder, startedAt);
        return new FilePass(task, run, 0, READING).over(format, row -> staging.add(reader.read(row)), rejected);
    }

    /// What [JobRun] is told in this part is told by the one thread that appends.
    private void append(OrderStaging staging, RejectedLines rejected) throws IOException {
        long orders = staging.finish();
        try (OneAhead ahead = new OneAhead("import-" + task.id())) {
            Pieces pieces = new Pieces(staging.read(), rejected);
            for (List<NewEvent> piece = pieces.next(); !piece.isEmpty(); piece = pieces.next()) {
                List<NewEvent> next = piece;
                ahead.then(() -> {
                    sink.append(next);
                    run.progress(
                            READING + (FilePass.WHOLE - READING) * sink.ordinal() / Math.max(1, orders),
                            FilePass.WHOLE,
                            FilePass.counted("已写入 %,d / %,d 单", "%,d of %,d orders written", sink.ordinal(), orders));
                });
            }
            ahead.await();
        } catch (SQLException e) {
            throw new IOException(e);
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
            List<StagedOrder> piece = new ArrayList<>();
            int lines = 0;
            while (ahead != null && piece.size() < PIECE_ORDERS && lines < PIECE_LINES) {
                StagedOrder order = order(ahead);
                // Those of a run before are read again only for their rejected lines.
                if (ordinal++ >= sink.done()) {
                    piece.add(order);
                    lines += order.lines().size();
                }
            }
            ProductNames.Known known = products.of(task.brand(), piece);
            return piece.stream().map(order -> json.event(task, order, known)).toList();
        }

        private StagedOrder order(OrderLine first) throws SQLException {
            StagedOrder order = new StagedOrder(first, task.brand().fractionDigits());
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
            String field = field(fault);
            rejected.add(line.line(), fault, task.column(field), value(line, field), List.of(cells));
        }

        /// What the fault is seen in.
        private static String field(LineFault fault) {
            return switch (fault) {
                case CUSTOMER_DIFFERS -> OrderFile.CUSTOMER;
                case AMOUNT_TOO_LARGE -> OrderFile.UNIT_PRICE;
                default -> OrderFile.QUANTITY;
            };
        }

        private static @Nullable String value(OrderLine line, String field) {
            return switch (field) {
                case OrderFile.CUSTOMER -> line.customer();
                case OrderFile.UNIT_PRICE -> line.price();
                default -> line.quantity();
            };
        }

        private void put(String[] cells, String field, @Nullable String value) {
            int column = task.column(field);
            if (column >= 0 && value != null) {
                cells[column] = value;
            }
        }
    }
}
