package io.waterwheel.loyalty.coupon.life;

import static io.waterwheel.loyalty.generated.Tables.COUPON;

import io.waterwheel.customer.CustomerState;
import io.waterwheel.customer.OwnedRows;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Coupons follow their customers: whoever two turn out to be has those of both. When they come apart, each has
/// again what was given under its number, as used as it is.
@Component
class CouponCustomers implements CustomerState {

    private static final List<OwnedRows> OWNED = List.of(new OwnedRows(COUPON, COUPON.GIVEN_NO, COUPON.CUSTOMER_NO));

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        OwnedRows.merge(transaction, OWNED, into);
    }

    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        OwnedRows.clear(transaction, OWNED, customers);
    }
}
