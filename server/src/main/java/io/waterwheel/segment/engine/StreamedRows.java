package io.waterwheel.segment.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;

/// Reads a query's rows as they are made. The driver would otherwise hold all of them before the first is read,
/// outside the warehouse's memory limit.
final class StreamedRows {

    private static final String STREAM = "set session jdbc_stream_results = ";

    private StreamedRows() {}

    /// Is given the rows, of which no other query of the connection may be asked meanwhile.
    @FunctionalInterface
    interface Reading {
        void read(ResultSet rows) throws SQLException;
    }

    static void read(DSLContext context, ResultQuery<?> query, Reading reading) {
        context.execute(STREAM + "true");
        try (ResultSet rows = query.fetchResultSet()) {
            reading.read(rows);
        } catch (SQLException e) {
            throw new DataAccessException("the rows could not be read from the warehouse", e);
        }
        context.execute(STREAM + "false");
    }
}
