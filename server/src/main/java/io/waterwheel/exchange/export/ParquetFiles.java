package io.waterwheel.exchange.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Writes rows of one table as a row of Parquet files. What waits to be written is bounded, so that an export of any
/// size needs the same memory.
final class ParquetFiles implements AutoCloseable {

    private static final int ROWS_MOST = 500_000;
    private static final long CHARACTERS_MOST = 96L << 20;

    private final ExportColumns columns;
    private final Path directory;
    private final DuckDBConnection connection;
    private final List<ExportFile> written;
    private @Nullable DuckDBAppender appender;
    private long rows;
    private long characters;

    /// @param directory where the files go; what DuckDB needs besides goes there too
    /// @param written   files of this table that an earlier run has finished
    ParquetFiles(ExportColumns columns, Path directory, List<ExportFile> written) throws SQLException {
        this.columns = columns;
        this.directory = directory;
        this.written = new ArrayList<>(written);
        Properties settings = new Properties();
        settings.setProperty("memory_limit", "768MB");
        settings.setProperty("threads", "2");
        settings.setProperty("temp_directory", directory.resolve("temporary").toString());
        this.connection = DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
        execute("set timezone = 'UTC'");
        execute("create table " + columns.table() + " (" + columns.definition() + ")");
    }

    /// Begins a row; its values follow in the order of the columns, then [Row#end].
    Row row() throws SQLException {
        DuckDBAppender current = appender;
        if (current == null) {
            current = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, columns.table());
            appender = current;
        }
        current.beginRow();
        return new Row(current);
    }

    /// One row on its way.
    final class Row {

        private final DuckDBAppender out;

        private Row(DuckDBAppender out) {
            this.out = out;
        }

        Row add(@Nullable String text) throws SQLException {
            if (text == null) {
                out.appendNull();
            } else {
                out.append(text);
                characters += text.length();
            }
            return this;
        }

        Row add(long number) throws SQLException {
            out.append(number);
            return this;
        }

        Row add(int number) throws SQLException {
            out.append(number);
            return this;
        }

        Row add(@Nullable Integer number) throws SQLException {
            if (number == null) {
                out.appendNull();
            } else {
                out.append(number.intValue());
            }
            return this;
        }

        Row add(boolean value) throws SQLException {
            out.append(value);
            return this;
        }

        Row add(@Nullable Double number) throws SQLException {
            if (number == null) {
                out.appendNull();
            } else {
                out.append(number.doubleValue());
            }
            return this;
        }

        Row add(@Nullable Instant at) throws SQLException {
            if (at == null) {
                out.appendNull();
            } else {
                out.append(at.atOffset(ZoneOffset.UTC));
            }
            return this;
        }

        Row add(@Nullable LocalDate day) throws SQLException {
            if (day == null) {
                out.appendNull();
            } else {
                out.append(day);
            }
            return this;
        }

        Row add(@Nullable Collection<String> texts) throws SQLException {
            if (texts == null) {
                out.appendNull();
            } else {
                out.append(texts);
                texts.forEach(text -> characters += text.length());
            }
            return this;
        }

        void end() throws SQLException {
            out.endRow();
            rows++;
        }
    }

    /// Whether a file's worth is waiting.
    boolean full() {
        return rows >= ROWS_MOST || characters >= CHARACTERS_MOST;
    }

    /// Writes what is waiting. A table of nothing has one file without rows, so that its columns can be seen.
    ///
    /// @return all files so far
    List<ExportFile> flush() throws SQLException, IOException {
        if (rows == 0 && !written.isEmpty()) {
            return List.copyOf(written);
        }
        DuckDBAppender current = appender;
        if (current != null) {
            current.close();
            appender = null;
        }
        Path file = directory.resolve("%s-%05d.parquet".formatted(columns.table(), written.size() + 1));
        execute("copy " + columns.table() + " to '" + file.toString().replace("'", "''")
                + "' (format parquet, compression zstd)");
        execute("truncate " + columns.table());
        written.add(new ExportFile(file.getFileName().toString(), rows, Files.size(file)));
        rows = 0;
        characters = 0;
        return List.copyOf(written);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        DuckDBAppender current = appender;
        if (current != null) {
            current.close();
        }
        connection.close();
    }
}
