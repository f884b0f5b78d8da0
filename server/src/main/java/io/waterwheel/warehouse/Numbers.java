package io.waterwheel.warehouse;

import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;

/// Columns of whole numbers read as the engine keeps them, some two thousand rows at a time: a few nanoseconds a number
/// instead of the tens that a result set takes.
public final class Numbers {

    private Numbers() {}

    /// Some rows; they are there until the reader returns.
    public static final class Piece {

        private final DuckDBReadableVector[] columns;
        private final int rows;

        private Piece(DuckDBDataChunkReader chunk) {
            this.rows = Math.toIntExact(chunk.rowCount());
            this.columns = new DuckDBReadableVector[Math.toIntExact(chunk.columnCount())];
            for (int column = 0; column < columns.length; column++) {
                columns[column] = chunk.vector(column);
            }
        }

        public int rows() {
            return rows;
        }

        /// Puts a column of `integer` at the beginning of an array.
        public void integers(int column, int[] into) {
            DuckDBReadableVector values = columns[column];
            for (int row = 0; row < rows; row++) {
                into[row] = values.getInt(row);
            }
        }

        /// Puts a column of `bigint` at the beginning of an array.
        public void longs(int column, long[] into) {
            DuckDBReadableVector values = columns[column];
            for (int row = 0; row < rows; row++) {
                into[row] = values.getLong(row);
            }
        }
    }

    /// The most rows of a piece.
    public static final int PIECE = 2048;

    /// Takes a query's rows.
    @FunctionalInterface
    public interface Reader {
        void read(Piece piece);
    }

    /// @param query all of its columns are `integer` or `bigint`, and none of their values is null
    public static void read(ResultQuery<?> query, Reader reader) {
        query.configuration().dsl().connection(connection -> {
            try (DuckDBPreparedStatement statement =
                    connection.unwrap(DuckDBConnection.class).prepare(query.getSQL())) {
                List<Object> values = query.getBindValues();
                for (int i = 0; i < values.size(); i++) {
                    if (values.get(i) instanceof String[] texts) {
                        statement.setArray(i + 1, connection.createArrayOf("VARCHAR", texts));
                    } else {
                        statement.setObject(i + 1, values.get(i));
                    }
                }
                try (DuckDBChunkedResult result = statement.query()) {
                    while (result.nextChunk()) {
                        reader.read(new Piece(result.chunk()));
                    }
                }
            } catch (SQLException e) {
                throw new DataAccessException("numbers could not be read from the warehouse", e);
            }
        });
    }
}
