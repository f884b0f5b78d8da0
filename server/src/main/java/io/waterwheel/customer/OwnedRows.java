package io.waterwheel.customer;

import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableField;

/// A table whose rows keep the number they began under, and say whose that is now: for those who implement
/// [CustomerState].
///
/// @param opened   the number they began under; never changes
/// @param customer whose number that is now
public record OwnedRows(Table<?> table, TableField<?, Integer> opened, TableField<?, Integer> customer) {

    /// Whoever two turn out to be has the rows of both.
    public static void merge(DSLContext transaction, List<OwnedRows> all, Map<CustomerNo, CustomerNo> into) {
        MovedCustomers moved = MovedCustomers.of(into);
        for (OwnedRows rows : all) {
            transaction
                    .update(rows.table())
                    .set(rows.customer(), moved.to())
                    .from(moved.table())
                    .where(rows.customer().eq(moved.from()))
                    .execute();
        }
    }

    /// Not forgotten, because the log does not tell all of it: each goes back to the number it began under, and
    /// from there to whoever has that number now.
    public static void clear(DSLContext transaction, List<OwnedRows> all, Collection<CustomerNo> customers) {
        for (OwnedRows rows : all) {
            transaction
                    .update(rows.table())
                    .set(rows.customer(), rows.opened())
                    .where(rows.customer().eq(MovedCustomers.any(customers)))
                    .execute();
        }
    }
}
