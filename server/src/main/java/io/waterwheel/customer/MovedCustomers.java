package io.waterwheel.customer;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.postgres.RowSet;
import java.util.Collection;
import java.util.Map;
import org.jooq.Field;
import org.jooq.QuantifiedSelect;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Which customers become part of which, as a table to join with: for those who implement [CustomerState].
public record MovedCustomers(Table<Record> table, Field<Integer> from, Field<Integer> to) {

    private static final Field<Integer> FROM = DSL.field(DSL.name("from_no"), SQLDataType.INTEGER);
    private static final Field<Integer> TO = DSL.field(DSL.name("to_no"), SQLDataType.INTEGER);

    public static MovedCustomers of(Map<CustomerNo, CustomerNo> into) {
        RowSet rows = new RowSet(FROM, TO);
        into.forEach((from, to) -> rows.row(from.value(), to.value()));
        RowSet.Given given = rows.as("moved");
        return new MovedCustomers(given.table(), given.field(FROM), given.field(TO));
    }

    /// For a condition such as `CUSTOMER_NO.eq(any(customers))`.
    public static QuantifiedSelect<Record1<Integer>> any(Collection<CustomerNo> customers) {
        return DSL.any(customers.stream().map(CustomerNo::value).toArray(Integer[]::new));
    }
}
