package io.waterwheel.customer.relation;

import static io.waterwheel.customer.generated.Tables.TOUCHPOINT;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.CustomerState;
import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// The touchpoints of both. Where both have the same one the newest change stands, as it does for one customer; a
/// mailbox or number that bounced stays so, because merely naming it again never undid that.
@Component
class TouchpointState implements CustomerState {

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        MovedCustomers moved = MovedCustomers.of(into);
        var at = DSL.excluded(TOUCHPOINT.CHANGED_AT);
        var usable = DSL.excluded(TOUCHPOINT.USABLE);
        transaction
                .insertInto(TOUCHPOINT, TOUCHPOINT.fields())
                .select(DSL.select(
                                TOUCHPOINT.BRAND_ID,
                                moved.to(),
                                TOUCHPOINT.CHANNEL,
                                TOUCHPOINT.VIA,
                                TOUCHPOINT.USABLE,
                                TOUCHPOINT.CHANGED_AT,
                                TOUCHPOINT.REASON)
                        .distinctOn(TOUCHPOINT.BRAND_ID, moved.to(), TOUCHPOINT.CHANNEL, TOUCHPOINT.VIA)
                        .from(TOUCHPOINT)
                        .join(moved.table())
                        .on(TOUCHPOINT.CUSTOMER_NO.eq(moved.from()))
                        .orderBy(
                                TOUCHPOINT.BRAND_ID,
                                moved.to(),
                                TOUCHPOINT.CHANNEL,
                                TOUCHPOINT.VIA,
                                DSL.field(bounced(TOUCHPOINT.CHANNEL, TOUCHPOINT.USABLE))
                                        .desc(),
                                TOUCHPOINT.CHANGED_AT.desc(),
                                TOUCHPOINT.USABLE))
                .onConflict(TOUCHPOINT.BRAND_ID, TOUCHPOINT.CUSTOMER_NO, TOUCHPOINT.CHANNEL, TOUCHPOINT.VIA)
                .doUpdate()
                .set(TOUCHPOINT.USABLE, usable)
                .set(TOUCHPOINT.CHANGED_AT, at)
                .set(TOUCHPOINT.REASON, DSL.excluded(TOUCHPOINT.REASON))
                .where(bounced(TOUCHPOINT.CHANNEL, usable)
                        .or(TOUCHPOINT
                                .CHANGED_AT
                                .lt(at)
                                .or(TOUCHPOINT.CHANGED_AT.eq(at).and(usable.isFalse()))
                                .andNot(bounced(TOUCHPOINT.CHANNEL, TOUCHPOINT.USABLE))))
                .execute();
        clear(transaction, into.keySet());
    }

    private static Condition bounced(Field<String> channel, Field<Boolean> usable) {
        return channel.in(ChannelKind.EMAIL.code(), ChannelKind.SMS.code()).and(usable.isFalse());
    }

    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        transaction
                .deleteFrom(TOUCHPOINT)
                .where(TOUCHPOINT.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .execute();
    }
}
