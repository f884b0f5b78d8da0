package io.waterwheel.customer.relation;

import static io.waterwheel.customer.generated.Tables.RELATION;

import io.waterwheel.customer.CustomerState;
import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// What two customers were to a brand, added up: first seen by either, last seen by either, the purchases of both.
@Component
class RelationState implements CustomerState {

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        MovedCustomers moved = MovedCustomers.of(into);
        transaction
                .insertInto(RELATION, RELATION.fields())
                .select(DSL.select(
                                RELATION.BRAND_ID,
                                moved.to(),
                                DSL.min(RELATION.FIRST_SEEN_AT),
                                DSL.max(RELATION.LAST_SEEN_AT),
                                DSL.min(RELATION.MEMBER_SINCE),
                                DSL.min(RELATION.FIRST_ORDER_AT),
                                DSL.max(RELATION.LAST_ORDER_AT),
                                DSL.sum(RELATION.ORDERS).cast(Integer.class),
                                DSL.sum(RELATION.REFUNDS).cast(Integer.class),
                                DSL.sum(RELATION.GROSS_SALES).cast(Long.class),
                                DSL.sum(RELATION.REFUNDED).cast(Long.class))
                        .from(RELATION)
                        .join(moved.table())
                        .on(RELATION.CUSTOMER_NO.eq(moved.from()))
                        .groupBy(RELATION.BRAND_ID, moved.to()))
                .onConflict(RELATION.BRAND_ID, RELATION.CUSTOMER_NO)
                .doUpdate()
                .set(RELATION.FIRST_SEEN_AT, DSL.least(RELATION.FIRST_SEEN_AT, DSL.excluded(RELATION.FIRST_SEEN_AT)))
                .set(RELATION.LAST_SEEN_AT, DSL.greatest(RELATION.LAST_SEEN_AT, DSL.excluded(RELATION.LAST_SEEN_AT)))
                .set(RELATION.MEMBER_SINCE, DSL.least(RELATION.MEMBER_SINCE, DSL.excluded(RELATION.MEMBER_SINCE)))
                .set(RELATION.FIRST_ORDER_AT, DSL.least(RELATION.FIRST_ORDER_AT, DSL.excluded(RELATION.FIRST_ORDER_AT)))
                .set(RELATION.LAST_ORDER_AT, DSL.greatest(RELATION.LAST_ORDER_AT, DSL.excluded(RELATION.LAST_ORDER_AT)))
                .set(RELATION.ORDERS, RELATION.ORDERS.plus(DSL.excluded(RELATION.ORDERS)))
                .set(RELATION.REFUNDS, RELATION.REFUNDS.plus(DSL.excluded(RELATION.REFUNDS)))
                .set(RELATION.GROSS_SALES, RELATION.GROSS_SALES.plus(DSL.excluded(RELATION.GROSS_SALES)))
                .set(RELATION.REFUNDED, RELATION.REFUNDED.plus(DSL.excluded(RELATION.REFUNDED)))
                .execute();
        clear(transaction, into.keySet());
    }

    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        transaction
                .deleteFrom(RELATION)
                .where(RELATION.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .execute();
    }
}
