package io.waterwheel.insight.effect;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/// Puts the two arms beside the warehouse's tables for as long as one read lasts: a temporary table of the reading
/// connection, filled through DuckDB's appender, about five million people a second.
final class ArmTable {

    static final Table<Record> ARM = table(name("arm"));
    static final Field<Integer> PERSON = field(name("person"), Integer.class);
    static final Field<Boolean> TREATED = field(name("treated"), Boolean.class);

    private ArmTable() {}

    static void fill(DSLContext context, RoaringBitmap treated, RoaringBitmap holdout) {
        context.execute("create or replace temporary table arm (person integer not null, treated boolean not null)");
        context.connection(connection -> {
            try (DuckDBAppender rows =
                    connection.unwrap(DuckDBConnection.class).createAppender("temp", "main", "arm")) {
                append(rows, treated, true);
                append(rows, holdout, false);
            }
        });
    }

    private static void append(DuckDBAppender rows, RoaringBitmap people, boolean treated) throws SQLException {
        PeekableIntIterator numbers = people.getIntIterator();
        while (numbers.hasNext()) {
            rows.beginRow();
            rows.append(numbers.next());
            rows.append(treated);
            rows.endRow();
        }
    }
}
