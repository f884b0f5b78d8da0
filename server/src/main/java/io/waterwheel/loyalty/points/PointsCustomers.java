package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.OPENING;

import io.waterwheel.customer.CustomerState;
import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Accounts follow their customers: whoever two members turn out to be has both. Nothing is booked for it.
/// Under the ledger's lock, also where nobody has an account yet: the writer may be about to open one for a
/// number that is no customer's any more.
@Component
class PointsCustomers implements CustomerState {

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        LedgerLock.take(transaction);
        MovedCustomers moved = MovedCustomers.of(into);
        transaction
                .update(ACCOUNT)
                .set(ACCOUNT.CUSTOMER_NO, moved.to())
                .from(moved.table())
                .where(ACCOUNT.CUSTOMER_NO.eq(moved.from()))
                .execute();
        transaction
                .update(OPENING)
                .set(OPENING.CUSTOMER_NO, moved.to())
                .from(moved.table())
                .where(OPENING.CUSTOMER_NO.eq(moved.from()))
                .execute();
    }

    /// Each goes back to the number it was opened under, and from there to whoever has that number now.
    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        LedgerLock.take(transaction);
        transaction
                .update(ACCOUNT)
                .set(ACCOUNT.CUSTOMER_NO, ACCOUNT.OPENED_NO)
                .where(ACCOUNT.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .execute();
        transaction
                .update(OPENING)
                .set(OPENING.CUSTOMER_NO, OPENING.OPENED_NO)
                .where(OPENING.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .execute();
    }
}
