package io.waterwheel.intake.file;

import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.kernel.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What can be said of a file right after its upload.
///
/// @param columns unique names
/// @param sample  the first rows, cells shortened
/// @param guess   field name to place of its column
record UploadedTable(FileFormat format, List<String> columns, List<List<String>> sample, Map<String, Integer> guess) {

    private static final int SAMPLE = 20;
    private static final int SHOWN = 100;

    /// @throws Problem `file-…` when it is no table of that kind
    static UploadedTable read(Path file, String filename, List<FileField> fields) throws IOException {
        FileFormat format = FormatGuess.of(file, filename);
        try (CsvLines lines = CsvLines.open(file, format)) {
            CsvLine header = lines.next();
            if (header == null) {
                throw new Problem(IntakeProblem.FILE_EMPTY);
            }
            List<String> columns = unique(header);
            check(columns, fields);
            List<List<String>> sample = new ArrayList<>();
            for (CsvLine line = lines.next(); line != null && sample.size() < SAMPLE; line = lines.next()) {
                sample.add(line.raw().stream()
                        .map(cell -> cell.length() <= SHOWN ? cell : cell.substring(0, SHOWN) + "…")
                        .map(cell -> cell.replace('\0', '\uFFFD'))
                        .toList());
            }
            return new UploadedTable(format, columns, sample, ColumnGuess.of(fields, columns, sample));
        }
    }

    private static void check(List<String> columns, List<FileField> fields) {
        int data = ColumnGuess.cellOfData(fields, columns);
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

    /// A column is known by its name, so two of one name are told apart, and one without gets its place as a name.
    private static List<String> unique(CsvLine header) {
        Set<String> seen = new HashSet<>();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < header.cells(); i++) {
            String cell = header.cell(i).replace('\0', '\uFFFD');
            String name = cell.isEmpty() ? "#" + (i + 1) : cell.length() <= SHOWN ? cell : cell.substring(0, SHOWN);
            columns.add(seen.add(name) ? name : name + " (" + (i + 1) + ")");
            seen.add(columns.getLast());
        }
        return columns;
    }
}
