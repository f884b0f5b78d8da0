package io.waterwheel.touch.message;

import static io.waterwheel.touch.generated.Tables.CONTACT;
import static io.waterwheel.touch.generated.Tables.MESSAGE;

import io.waterwheel.customer.CustomerState;
import io.waterwheel.customer.OwnedRows;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Messages and contacts follow their customers: whoever two turn out to be has had what both got. When they
/// come apart, each has again what it was asked for or written under. Messages before contacts, as settling
/// does.
@Component
class MessageCustomers implements CustomerState {

    private static final List<OwnedRows> OWNED = List.of(
            new OwnedRows(MESSAGE, MESSAGE.ASKED_NO, MESSAGE.CUSTOMER_NO),
            new OwnedRows(CONTACT, CONTACT.GIVEN_NO, CONTACT.CUSTOMER_NO));

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        OwnedRows.merge(transaction, OWNED, into);
    }

    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        OwnedRows.clear(transaction, OWNED, customers);
    }
}
