package io.waterwheel.warehouse.duckdb;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.warehouse.Changes;
import io.waterwheel.warehouse.WarehouseTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;

/// Takes customers out of the warehouse's rows in one transaction. Orders, refunds and events stay as nobody's, what
/// describes a person goes.
final class WarehouseErasure {

    /// As the log has it, see [EventNames#anonymous].
    private static final String NAME = EventNames.STANDARD.stream()
            .sorted()
            .map(name -> "'" + name + "'")
            .collect(
                    Collectors.joining(",", "case when name in (", ") then name else '" + EventNames.ERASED + "' end"));

    private WarehouseErasure() {}

    /// @param changes is told whose rows that changes
    /// @return how many rows were changed or removed
    static long erase(Connection connection, Collection<CustomerNo> customers, Changes changes) throws SQLException {
        String numbers = "(" + customers.stream().map(CustomerNo::toString).collect(Collectors.joining(",")) + ")";
        long count = 0;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            long version = WarehouseWriter.version(connection) + 1;
            Map<WarehouseTable, RoaringBitmap> changed = new EnumMap<>(WarehouseTable.class);
            for (WarehouseTable table : WarehouseTable.values()) {
                String theirs = table.describing()
                        ? " where customer_no in " + numbers
                        : " where (customer_no in " + numbers + " or written_under in " + numbers + ")";
                changed.put(table, customers(statement, table, theirs));
                count += statement.executeUpdate(
                        table.describing()
                                ? "delete from " + table.code() + theirs
                                : "update " + table.code() + " set customer_no = null, written_under = null"
                                        + (table == WarehouseTable.EVENT
                                                ? ", broadcast = null, properties = null, name = " + NAME
                                                : "")
                                        + theirs);
            }
            statement.executeUpdate("update feed set version = " + version);
            changes.add(version, changed);
            connection.commit();
        }
        return count;
    }

    private static RoaringBitmap customers(Statement statement, WarehouseTable table, String theirs)
            throws SQLException {
        RoaringBitmap customers = new RoaringBitmap();
        try (ResultSet rows = statement.executeQuery(
                "select distinct customer_no from " + table.code() + theirs + " and customer_no is not null")) {
            while (rows.next()) {
                customers.add(rows.getInt(1));
            }
        }
        return customers;
    }
}
