package io.waterwheel.loyalty.membercentre.session;

import static io.waterwheel.loyalty.generated.Tables.MEMBER_SESSION;

import io.waterwheel.customer.CustomerState;
import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// A session follows its member when two turn out to be one. When one turns out to be two, nobody can say
/// which of them holds the phone: both sign in again, and neither sees what is the other's.
@Component
class MemberSessionCustomers implements CustomerState {

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        MovedCustomers moved = MovedCustomers.of(into);
        transaction
                .update(MEMBER_SESSION)
                .set(MEMBER_SESSION.CUSTOMER_NO, moved.to())
                .from(moved.table())
                .where(MEMBER_SESSION.CUSTOMER_NO.eq(moved.from()))
                .execute();
    }

    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        transaction
                .deleteFrom(MEMBER_SESSION)
                .where(MEMBER_SESSION.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .execute();
    }
}
