package io.waterwheel.warehouse.duckdb;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Takes customers out of the warehouse's rows in one transaction. Orders, refunds and events stay as nobody's, what
/// describes a person goes.
final class WarehouseErasure {

    private static final List<String> DESCRIBING = List.of("customer", "relation", "tag", "friend");
    private static final List<String> HAPPENED = List.of("orders", "order_line", "refund", "refund_line", "event");

    /// As the log has it, see [EventNames#anonymous].
    private static final String NAME = EventNames.STANDARD.stream()
            .sorted()
            .map(name -> "'" + name + "'")
            .collect(
                    Collectors.joining(",", "case when name in (", ") then name else '" + EventNames.ERASED + "' end"));

    private WarehouseErasure() {}

    /// @return how many rows were changed or removed
    static long erase(Connection connection, Collection<CustomerNo> customers) throws SQLException {
        String numbers = "(" + customers.stream().map(CustomerNo::toString).collect(Collectors.joining(",")) + ")";
        long count = 0;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String table : DESCRIBING) {
                count += statement.executeUpdate("delete from " + table + " where customer_no in " + numbers);
            }
            for (String table : HAPPENED) {
                String more = table.equals("event") ? ", broadcast = null, properties = null, name = " + NAME : "";
                count += statement.executeUpdate("update " + table + " set customer_no = null, written_under = null"
                        + more + " where customer_no in " + numbers + " or written_under in " + numbers);
            }
            connection.commit();
        }
        return count;
    }
}
