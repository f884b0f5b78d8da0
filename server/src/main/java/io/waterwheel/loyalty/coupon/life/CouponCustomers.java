package io.waterwheel.loyalty.coupon.life;

import static io.waterwheel.loyalty.generated.Tables.COUPON;

import io.waterwheel.customer.CustomerState;
import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Coupons follow their customers: whoever two turn out to be has those of both. When they come apart, each has
/// again what was given under its number, as used as it is.
@Component
class CouponCustomers implements CustomerState {

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        MovedCustomers moved = MovedCustomers.of(into);
        transaction
                .update(COUPON)
                .set(COUPON.CUSTOMER_NO, moved.to())
                .from(moved.table())
                .where(COUPON.CUSTOMER_NO.eq(moved.from()))
                .execute();
    }

    /// Not forgotten, because the log does not tell all of it: each goes back to the number it was given
    /// under, and from there to whoever has that number now.
    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        transaction
                .update(COUPON)
                .set(COUPON.CUSTOMER_NO, COUPON.GIVEN_NO)
                .where(COUPON.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .execute();
    }
}
