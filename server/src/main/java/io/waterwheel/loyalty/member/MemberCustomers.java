package io.waterwheel.loyalty.member;

import static io.waterwheel.loyalty.generated.Tables.BOUGHT;
import static io.waterwheel.loyalty.generated.Tables.EARNING;
import static io.waterwheel.loyalty.generated.Tables.GRANT_REQUEST;
import static io.waterwheel.loyalty.generated.Tables.MEMBER;
import static io.waterwheel.loyalty.generated.Tables.PAID_MEMBERSHIP;
import static io.waterwheel.loyalty.generated.Tables.REWARD_REQUEST;
import static io.waterwheel.loyalty.generated.Tables.TIER_EVENT;
import static io.waterwheel.loyalty.generated.Tables.TIER_GIFT;

import io.waterwheel.customer.CustomerState;
import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableField;
import org.springframework.stereotype.Component;

/// Memberships follow their customers as accounts of points do: whoever two turn out to be has both, and the
/// better tier counts. When they come apart, each has its own again.
@Component
class MemberCustomers implements CustomerState {

    /// A table whose rows keep the number they began under.
    record Owned(Table<?> table, TableField<?, Integer> opened, TableField<?, Integer> customer) {}

    static final List<Owned> OWNED = List.of(
            new Owned(MEMBER, MEMBER.OPENED_NO, MEMBER.CUSTOMER_NO),
            new Owned(TIER_GIFT, TIER_GIFT.OPENED_NO, TIER_GIFT.CUSTOMER_NO),
            new Owned(PAID_MEMBERSHIP, PAID_MEMBERSHIP.OPENED_NO, PAID_MEMBERSHIP.CUSTOMER_NO),
            new Owned(BOUGHT, BOUGHT.OPENED_NO, BOUGHT.CUSTOMER_NO),
            new Owned(EARNING, EARNING.OPENED_NO, EARNING.CUSTOMER_NO),
            new Owned(REWARD_REQUEST, REWARD_REQUEST.OPENED_NO, REWARD_REQUEST.CUSTOMER_NO),
            new Owned(GRANT_REQUEST, GRANT_REQUEST.OPENED_NO, GRANT_REQUEST.CUSTOMER_NO));

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        MovedCustomers moved = MovedCustomers.of(into);
        for (Owned owned : OWNED) {
            transaction
                    .update(owned.table())
                    .set(owned.customer(), moved.to())
                    .from(moved.table())
                    .where(owned.customer().eq(moved.from()))
                    .execute();
        }
        transaction
                .update(TIER_EVENT)
                .set(TIER_EVENT.CUSTOMER_NO, moved.to())
                .from(moved.table())
                .where(TIER_EVENT.CUSTOMER_NO.eq(moved.from()))
                .execute();
    }

    /// Not forgotten, because the log does not tell all of it: each goes back to the number it began under,
    /// and from there to whoever has that number now.
    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        for (Owned owned : OWNED) {
            transaction
                    .update(owned.table())
                    .set(owned.customer(), owned.opened())
                    .where(owned.customer().eq(MovedCustomers.any(customers)))
                    .execute();
        }
    }
}
