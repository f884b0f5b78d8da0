package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.OPENING;

import io.waterwheel.customer.CustomerState;
import io.waterwheel.customer.OwnedRows;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Accounts follow their customers: whoever two members turn out to be has both. Nothing is booked for it.
/// Under the ledger's lock, also where nobody has an account yet: the writer may be about to open one for a
/// number that is no customer's any more.
@Component
class PointsCustomers implements CustomerState {

    private static final List<OwnedRows> OWNED = List.of(
            new OwnedRows(ACCOUNT, ACCOUNT.OPENED_NO, ACCOUNT.CUSTOMER_NO),
            new OwnedRows(OPENING, OPENING.OPENED_NO, OPENING.CUSTOMER_NO));

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        LedgerLock.take(transaction);
        OwnedRows.merge(transaction, OWNED, into);
    }

    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        LedgerLock.take(transaction);
        OwnedRows.clear(transaction, OWNED, customers);
    }
}
