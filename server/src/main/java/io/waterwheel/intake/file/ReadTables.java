package io.waterwheel.intake.file;

import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.intake.file.table.FileFormat;
import io.waterwheel.intake.file.table.FormatGuess;
import io.waterwheel.intake.file.table.LineRefused;
import io.waterwheel.intake.file.table.Row;
import io.waterwheel.intake.file.table.Rows;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.table.TableFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lets other modules read files the way imports do.
@Component
class ReadTables implements TableFiles {

    @Override
    public <T> T read(Path file, String filename, Reading<T> reading) throws IOException {
        FileFormat format = FormatGuess.of(file, filename);
        try {
            return read(file, format, reading);
        } catch (Problem problem) {
            FileFormat otherwise = format.otherwise();
            if (problem.type() == IntakeProblem.FILE_UNDECODABLE && otherwise != null) {
                return read(file, otherwise, reading);
            }
            throw problem;
        }
    }

    private static <T> T read(Path file, FileFormat format, Reading<T> reading) throws IOException {
        try (Rows rows = format.open(file)) {
            return reading.of(new RowTable(rows, format.namesItsColumns()));
        }
    }

    private record RowTable(Rows rows, boolean namesItsColumns) implements Table {

        @Override
        public List<String> columns() {
            return rows.columns();
        }

        @Override
        public @Nullable Line next() throws IOException {
            Row row = rows.next();
            if (row == null) {
                return null;
            }
            Text fault = null;
            try {
                row.requireCells(columns().size());
            } catch (LineRefused refused) {
                fault = refused.fault().message();
            }
            return new Line(
                    row.number(),
                    IntStream.range(0, columns().size()).mapToObj(row::cell).toList(),
                    fault);
        }
    }
}
