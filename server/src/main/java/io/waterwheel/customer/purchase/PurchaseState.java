package io.waterwheel.customer.purchase;

import static io.waterwheel.customer.generated.Tables.PURCHASE;

import io.waterwheel.customer.CustomerState;
import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Orders and refunds change hands.
@Component
class PurchaseState implements CustomerState {

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        MovedCustomers moved = MovedCustomers.of(into);
        transaction
                .update(PURCHASE)
                .set(PURCHASE.CUSTOMER_NO, moved.to())
                .from(moved.table())
                .where(PURCHASE.CUSTOMER_NO.eq(moved.from()))
                .execute();
    }

    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        transaction
                .deleteFrom(PURCHASE)
                .where(PURCHASE.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .execute();
    }
}
