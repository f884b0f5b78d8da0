package io.waterwheel.intake.file;

import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.intake.file.table.FileFormat;
import io.waterwheel.intake.file.table.FormatGuess;
import io.waterwheel.intake.file.table.Row;
import io.waterwheel.intake.file.table.Rows;
import io.waterwheel.kernel.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What can be said of a file right after its upload.
///
/// @param columns unique names
/// @param sample  the first rows, cells shortened
/// @param guess   field name to place of its column
record UploadedTable(FileFormat format, List<String> columns, List<List<String>> sample, Map<String, Integer> guess) {

    private static final int SAMPLE = 20;
    private static final int SHOWN = 100;

    /// @param sheet which sheet of a workbook is wanted, null for the first that is not empty
    /// @throws Problem `file-…` when it is no table of that kind
    static UploadedTable read(Path file, String filename, @Nullable String sheet, FileKind kind) throws IOException {
        FileFormat format = FormatGuess.of(file, filename, sheet);
        try (Rows rows = format.open(file)) {
            List<String> columns = rows.columns();
            check(format, columns, kind.fields());
            List<List<String>> sample = new ArrayList<>();
            for (Row row = rows.next(); row != null && sample.size() < SAMPLE; row = rows.next()) {
                sample.add(row.raw().stream()
                        .map(cell -> cell.length() <= SHOWN ? cell : cell.substring(0, SHOWN) + "…")
                        .map(cell -> cell.replace('\0', '\uFFFD'))
                        .toList());
            }
            return new UploadedTable(format, columns, sample, ColumnGuess.of(kind, columns, sample));
        }
    }

    private static void check(FileFormat format, List<String> columns, List<FileField> fields) {
        int data = format.namesItsColumns() ? -1 : ColumnGuess.cellOfData(fields, columns);
        if (data >= 0) {
            throw new Problem(IntakeProblem.FILE_NO_HEADER)
                    .with("column", data + 1)
                    .with("value", columns.get(data));
        }
        List<FileField> required = fields.stream().filter(FileField::required).toList();
        if (columns.size() < required.size()) {
            Map<String, Integer> found = ColumnGuess.of(fields, columns, List.of());
            throw new Problem(IntakeProblem.FILE_COLUMNS_MISSING)
                    .with("columns", columns.size())
                    .with(
                            "missing",
                            required.stream()
                                    .map(FileField::name)
                                    .filter(name -> !found.containsKey(name))
                                    .collect(Collectors.joining(", ")));
        }
    }
}
