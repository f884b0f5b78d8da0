package io.waterwheel.intake.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Brings the lines of an order together, wherever they stand in the file: they are kept in a DuckDB file of the
/// import's own and read back order by order. It spills to disk, so memory does not grow with the file.
final class OrderStaging implements AutoCloseable {

    private static final String MEMORY = "512MB";

    private final DuckDBConnection connection;
    private final DSLContext database;
    private final DuckDBAppender lines;
    private @Nullable Cursor<Record> cursor;

    private OrderStaging(DuckDBConnection connection) throws SQLException {
        this.connection = connection;
        this.database = DSL.using(connection, SQLDialect.DUCKDB);
        database.execute("create table line (line bigint not null, number varchar not null, paid_at bigint not null,"
                + " customer varchar, product_code varchar, product_name varchar, quantity varchar not null,"
                + " price varchar not null, country varchar, store varchar)");
        this.lines = connection.createAppender("line");
    }

    /// @param scratch a directory that holds nothing else; the caller removes it
    static OrderStaging in(Path scratch) throws IOException {
        Files.createDirectories(scratch);
        Properties settings = new Properties();
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("temp_directory", scratch.resolve("temporary").toString());
        settings.setProperty("preserve_insertion_order", "false");
        settings.setProperty("jdbc_stream_results", "true");
        try {
            return new OrderStaging((DuckDBConnection)
                    DriverManager.getConnection("jdbc:duckdb:" + scratch.resolve("lines.duckdb"), settings));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    void add(OrderLine line) throws IOException {
        try {
            lines.beginRow()
                    .append(line.line())
                    .append(line.number())
                    .append(line.at())
                    .append(line.customer())
                    .append(line.productCode())
                    .append(line.productName())
                    .append(line.quantity())
                    .append(line.price())
                    .append(line.country())
                    .append(line.store())
                    .endRow();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /// Ends the adding.
    ///
    /// @return how many orders there are
    long finish() throws IOException {
        try {
            lines.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
        database.execute("create table first_line as select number, min(line) as begins from line group by number");
        Long orders = database.fetchOne("select count(*) from first_line").into(Long.class);
        return orders == null ? 0 : orders;
    }

    /// Begins the reading: orders in the order in which they first appear, their lines as they stand.
    ResultSet read() {
        cursor = database.resultQuery("select line.* from line join first_line using (number) order by begins, line")
                .fetchLazy();
        ResultSet rows = cursor.resultSet();
        if (rows == null) {
            throw new IllegalStateException("the staged lines cannot be read");
        }
        return rows;
    }

    static OrderLine line(ResultSet row) throws SQLException {
        return new OrderLine(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }

    @Override
    public void close() throws IOException {
        if (cursor != null) {
            cursor.close();
        }
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
