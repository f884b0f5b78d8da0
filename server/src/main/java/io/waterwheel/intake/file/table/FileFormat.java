package io.waterwheel.intake.file.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a file's bytes become rows.
public sealed interface FileFormat permits CsvFormat, JsonLinesFormat, WorkbookFormat, ParquetFormat {

    Charset GB18030 = Charset.forName("GB18030");

    /// The name in the database and in the API.
    String code();

    /// Opens a file before its first row of data.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `file-…`
    Rows open(Path file) throws IOException;

    /// The encoding of a text file.
    default @Nullable Charset charset() {
        return null;
    }

    /// How to read the file when its text turns out further down to be encoded otherwise.
    default @Nullable FileFormat otherwise() {
        return null;
    }

    /// Whether the names of the columns stand apart from the data, so that no row can be taken for them.
    default boolean namesItsColumns() {
        return true;
    }

    /// What stands between the cells of a line.
    default @Nullable Character delimiter() {
        return null;
    }

    /// The sheet of a workbook that is read.
    default @Nullable String sheet() {
        return null;
    }

    /// The sheets that could be read.
    default List<String> sheets() {
        return List.of();
    }
}
