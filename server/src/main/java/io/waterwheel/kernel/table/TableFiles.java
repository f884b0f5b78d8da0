package io.waterwheel.kernel.table;

import io.waterwheel.kernel.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the tables people bring: delimited text in whatever encoding, JSON lines, workbooks, Parquet. Who takes in
/// files
/// implements it; who only wants a column need not know the formats.
public interface TableFiles {

    /// Reads a file from its beginning, in constant memory. The reading may be begun anew, when the text further down
    /// turns out to be encoded otherwise.
    ///
    /// @param filename what the uploader called it
    /// @throws io.waterwheel.kernel.problem.Problem `file-…` when it is no table, or none any further
    <T> T read(Path file, String filename, Reading<T> reading) throws IOException;

    /// What is done with a whole file.
    interface Reading<T> {
        T of(Table table) throws IOException;
    }

    /// A file's rows, one after the other.
    interface Table {

        /// The names of the columns, each once; of delimited text, what stands in its first line.
        List<String> columns();

        /// Whether the names of the columns stand apart from the data, so that no row can be taken for them.
        boolean namesItsColumns();

        /// The next row that is not blank; null at the end.
        @Nullable
        Line next() throws IOException;
    }

    /// One row.
    ///
    /// @param number where it begins in the file, from 1
    /// @param cells  without the blanks around them; those the row lacks are empty
    /// @param fault  why it is no row; null for a sound one
    record Line(long number, List<String> cells, @Nullable Text fault) {}
}
