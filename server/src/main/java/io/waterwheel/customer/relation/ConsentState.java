package io.waterwheel.customer.relation;

import static io.waterwheel.customer.generated.Tables.CONSENT;

import io.waterwheel.customer.CustomerState;
import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// The newest decision of either stands; at the same instant, the no; of two that say the same, the later
/// source by name.
@Component
class ConsentState implements CustomerState {

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        MovedCustomers moved = MovedCustomers.of(into);
        var at = DSL.excluded(CONSENT.AT);
        var granted = DSL.excluded(CONSENT.GRANTED);
        transaction
                .insertInto(
                        CONSENT,
                        CONSENT.BRAND_ID,
                        CONSENT.CUSTOMER_NO,
                        CONSENT.CHANNEL,
                        CONSENT.PURPOSE,
                        CONSENT.GRANTED,
                        CONSENT.AT,
                        CONSENT.SOURCE)
                .select(DSL.select(
                                CONSENT.BRAND_ID,
                                moved.to(),
                                CONSENT.CHANNEL,
                                CONSENT.PURPOSE,
                                CONSENT.GRANTED,
                                CONSENT.AT,
                                CONSENT.SOURCE)
                        .distinctOn(CONSENT.BRAND_ID, moved.to(), CONSENT.CHANNEL, CONSENT.PURPOSE)
                        .from(CONSENT)
                        .join(moved.table())
                        .on(CONSENT.CUSTOMER_NO.eq(moved.from()))
                        .orderBy(
                                CONSENT.BRAND_ID,
                                moved.to(),
                                CONSENT.CHANNEL,
                                CONSENT.PURPOSE,
                                CONSENT.AT.desc(),
                                CONSENT.GRANTED,
                                CONSENT.SOURCE.desc()))
                .onConflict(CONSENT.BRAND_ID, CONSENT.CUSTOMER_NO, CONSENT.CHANNEL, CONSENT.PURPOSE)
                .doUpdate()
                .set(CONSENT.GRANTED, granted)
                .set(CONSENT.AT, at)
                .set(CONSENT.SOURCE, DSL.excluded(CONSENT.SOURCE))
                .where(CONSENT.AT.lt(at))
                .or(CONSENT.AT.eq(at).and(granted.isFalse().and(CONSENT.GRANTED.isTrue())))
                .or(CONSENT.AT
                        .eq(at)
                        .and(CONSENT.GRANTED.eq(granted))
                        .and(CONSENT.SOURCE.lt(DSL.excluded(CONSENT.SOURCE))))
                .execute();
        clear(transaction, into.keySet());
    }

    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        transaction
                .deleteFrom(CONSENT)
                .where(CONSENT.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .execute();
    }
}
