package io.waterwheel.intake.file.table;

import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.kernel.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The rows of a Parquet file, read by DuckDB as a stream.
final class ParquetRows implements Rows {

    private static final String MEMORY = "256MB";

    private final Connection connection;
    private final Cursor<Record> cursor;
    private final ResultSet result;
    private final List<ParquetColumn> sources;
    private final List<String> columns;
    private final long size;
    private final Row row = new Row();
    private long number;

    private ParquetRows(Connection connection, Path file) {
        this.connection = connection;
        DSLContext database = DSL.using(connection, SQLDialect.DUCKDB);
        this.sources = ParquetColumn.of(database, file);
        this.columns =
                ColumnNames.unique(sources.stream().map(ParquetColumn::path).toList());
        Long rows = database.fetchOne("select count(*) from read_parquet({0})", DSL.inline(file.toString()))
                .into(Long.class);
        this.size = rows == null ? 0 : rows;
        List<Field<?>> texts =
                sources.stream().<Field<?>>map(ParquetColumn::text).toList();
        this.cursor = database.resultQuery(
                        "select {0} from read_parquet({1}, binary_as_string = true)",
                        DSL.list(texts.toArray(Field[]::new)), DSL.inline(file.toString()))
                .fetchLazy();
        this.result = Objects.requireNonNull(cursor.resultSet());
    }

    /// @throws Problem `file-gone`, `file-parquet-broken`
    static ParquetRows open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new Problem(IntakeProblem.FILE_GONE);
        }
        Properties settings = new Properties();
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("threads", "1");
        settings.setProperty("temp_directory", "");
        settings.setProperty("jdbc_stream_results", "true");
        Connection connection = null;
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:", settings);
            return new ParquetRows(connection, file);
        } catch (SQLException | DataAccessException e) {
            close(connection);
            throw broken(e, 0);
        } catch (RuntimeException e) {
            close(connection);
            throw e;
        }
    }

    private static void close(@Nullable Connection connection) throws IOException {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static Problem broken(Exception failure, long row) {
        return new Problem(IntakeProblem.FILE_PARQUET_BROKEN, failure).with("row", row);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    /// @throws Problem `file-parquet-broken`
    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (result.next()) {
                row.begin(++number);
                for (int i = 0; i < sources.size(); i++) {
                    row.add(sources.get(i).tidy(result.getString(i + 1)));
                }
                if (!row.isBlank()) {
                    return row;
                }
            }
            return null;
        } catch (SQLException e) {
            throw broken(e, number);
        }
    }

    @Override
    public double share() {
        return size == 0 ? 1 : Math.min(1, (double) number / size);
    }

    @Override
    public void close() throws IOException {
        cursor.close();
        close(connection);
    }
}
