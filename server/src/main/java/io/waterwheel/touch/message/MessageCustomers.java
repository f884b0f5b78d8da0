package io.waterwheel.touch.message;

import static io.waterwheel.touch.generated.Tables.CONTACT;
import static io.waterwheel.touch.generated.Tables.MESSAGE;

import io.waterwheel.customer.CustomerState;
import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Messages and contacts follow their customers: whoever two turn out to be has had what both got. When they
/// come apart, each has again what it was asked for or written under. Messages before contacts, as settling
/// does.
@Component
class MessageCustomers implements CustomerState {

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        MovedCustomers moved = MovedCustomers.of(into);
        transaction
                .update(MESSAGE)
                .set(MESSAGE.CUSTOMER_NO, moved.to())
                .from(moved.table())
                .where(MESSAGE.CUSTOMER_NO.eq(moved.from()))
                .execute();
        transaction
                .update(CONTACT)
                .set(CONTACT.CUSTOMER_NO, moved.to())
                .from(moved.table())
                .where(CONTACT.CUSTOMER_NO.eq(moved.from()))
                .execute();
    }

    /// Not forgotten, because the log does not tell all of it: each goes back to the number it began under, and
    /// from there to whoever has that number now.
    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        transaction
                .update(MESSAGE)
                .set(MESSAGE.CUSTOMER_NO, MESSAGE.ASKED_NO)
                .where(MESSAGE.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .execute();
        transaction
                .update(CONTACT)
                .set(CONTACT.CUSTOMER_NO, CONTACT.GIVEN_NO)
                .where(CONTACT.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .execute();
    }
}
