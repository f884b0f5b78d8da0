package io.waterwheel.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jooq.DSLContext;
import org.roaringbitmap.RoaringBitmap;

/// The rows of some customers, copied out of the tables of one read. A question asked [within][#within] it finds them
/// under the tables' own names, so that the same statement serves everybody and a few.
///
/// Cost: reading the customers' numbers of each table once, or only the end of a describing one; then what the few
/// have.
/// It is gone with its read.
public final class Excerpt {

    private final DSLContext context;
    private final Set<WarehouseTable> tables;
    private final String name;

    private Excerpt(DSLContext context, Set<WarehouseTable> tables, String name) {
        this.context = context;
        this.tables = tables;
        this.name = name;
    }

    /// @param number tells the excerpts of one read apart
    public static Excerpt of(DSLContext context, int number, Set<WarehouseTable> tables, RoaringBitmap customers) {
        return of(context, number, tables, customers, "");
    }

    /// Of customers whose rows in describing tables have all been written since a version.
    public static Excerpt since(
            DSLContext context, int number, Set<WarehouseTable> tables, RoaringBitmap customers, long version) {
        if (!tables.stream().allMatch(WarehouseTable::describing)) {
            throw new IllegalArgumentException("history has no versions: " + tables);
        }
        return of(context, number, tables, customers, "version > " + version + " and ");
    }

    private static Excerpt of(
            DSLContext context, int number, Set<WarehouseTable> tables, RoaringBitmap customers, String narrowed) {
        String name = "excerpt_" + number;
        context.execute("create temporary table " + name + " (customer_no integer not null)");
        context.connection(connection -> fill(connection, name, customers));
        String database = context.fetchSingle("select current_database()").get(0, String.class);
        for (WarehouseTable table : tables) {
            context.execute("create temporary table " + name + "_" + table.code() + " as select * exclude ("
                    + table.bookkeeping() + ") from \"" + database
                    + "\".main." + table.code() + " where " + narrowed + "customer_no in (select customer_no from "
                    + name
                    + ")");
        }
        return new Excerpt(context, tables, name);
    }

    private static void fill(Connection connection, String table, RoaringBitmap customers) throws SQLException {
        try (DuckDBAppender rows = connection
                .unwrap(DuckDBConnection.class)
                .createAppender("temp", DuckDBConnection.DEFAULT_SCHEMA, table)) {
            int[] numbers = customers.toArray();
            for (int number : numbers) {
                rows.beginRow();
                rows.append(number);
                rows.endRow();
            }
        }
    }

    /// What temporary names hide comes to light again afterwards.
    public <T> T within(Supplier<T> question) {
        tables.forEach(table -> context.execute(
                "create temporary view " + table.code() + " as select * from temp.main." + name + "_" + table.code()));
        try {
            return question.get();
        } finally {
            tables.forEach(table -> context.execute("drop view temp.main." + table.code()));
        }
    }
}
