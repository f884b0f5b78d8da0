package io.waterwheel.intake.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.waterwheel.intake.file.table.LineFault;
import io.waterwheel.intake.file.table.LineRefused;
import io.waterwheel.intake.file.table.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the error file: line, column, code, value, and the line as it came. A person sees it only when it is
/// whole.
final class RejectedLines implements AutoCloseable {

    /// More than a person or a spreadsheet can use; beyond it lines are only counted.
    private static final long KEPT_MOST = 1_000_000;

    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST_CELL = 2_000;

    private final Path file;
    private final Path unfinished;
    private final List<String> columns;
    private final CsvWriter csv;
    private long count;

    RejectedLines(Path file, List<String> columns) throws IOException {
        this.file = file;
        this.unfinished = file.resolveSibling(file.getFileName() + ".new");
        this.columns = columns;
        this.csv = CsvWriter.builder().build(unfinished, StandardCharsets.UTF_8);
        List<String> header = new ArrayList<>(List.of("line", "column", "code", "value"));
        header.addAll(columns);
        csv.writeRecord(header);
    }

    void add(Row line, LineRefused refused) {
        // Of somebody who asked to be forgotten only the line's number is written down.
        List<String> cells = refused.fault() == LineFault.PERSON_ERASED ? List.of() : line.raw();
        add(line.number(), refused.fault(), refused.column(), refused.value(), cells);
    }

    /// @param column where in the line, −1 for the whole line
    /// @param cells  the line, as far as it is still known
    void add(long line, LineFault fault, int column, @Nullable String value, List<String> cells) {
        if (count++ >= KEPT_MOST) {
            return;
        }
        List<String> row = new ArrayList<>(4 + cells.size());
        row.add(Long.toString(line));
        row.add(column >= 0 && column < columns.size() ? columns.get(column) : "");
        row.add(fault.code());
        row.add(value == null ? "" : shortened(value, LONGEST_VALUE));
        cells.forEach(cell -> row.add(shortened(cell, LONGEST_CELL)));
        csv.writeRecord(row);
    }

    long count() {
        return count;
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }

    @Override
    public void close() throws IOException {
        csv.close();
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
