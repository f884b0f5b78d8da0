package io.waterwheel.loyalty.member;

import static io.waterwheel.loyalty.generated.Tables.BENEFIT_GIVEN;
import static io.waterwheel.loyalty.generated.Tables.BOUGHT;
import static io.waterwheel.loyalty.generated.Tables.CHECK_IN;
import static io.waterwheel.loyalty.generated.Tables.DRAW_CHANCE;
import static io.waterwheel.loyalty.generated.Tables.DRAW_PLAY;
import static io.waterwheel.loyalty.generated.Tables.EARNING;
import static io.waterwheel.loyalty.generated.Tables.GRANT_REQUEST;
import static io.waterwheel.loyalty.generated.Tables.GROWTH_DONE;
import static io.waterwheel.loyalty.generated.Tables.MALL_ORDER;
import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_LINK;
import static io.waterwheel.loyalty.generated.Tables.MEMBER;
import static io.waterwheel.loyalty.generated.Tables.PAID_MEMBERSHIP;
import static io.waterwheel.loyalty.generated.Tables.REWARD;
import static io.waterwheel.loyalty.generated.Tables.REWARD_REQUEST;
import static io.waterwheel.loyalty.generated.Tables.TASK_DONE;
import static io.waterwheel.loyalty.generated.Tables.TASK_HIT;
import static io.waterwheel.loyalty.generated.Tables.TIER_GIFT;
import static io.waterwheel.loyalty.generated.Tables.TILL_PAYMENT;

import io.waterwheel.customer.CustomerState;
import io.waterwheel.customer.OwnedRows;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Memberships follow their customers as accounts of points do: whoever two turn out to be has both, and the
/// better tier counts. When they come apart, each has its own again.
///
/// Events on their way to the log stay under the number of then, which the log knows the customer of: their
/// rows are locked while the log is written to, and the log is what waits for this.
@Component
class MemberCustomers implements CustomerState {

    static final List<OwnedRows> OWNED = List.of(
            new OwnedRows(MEMBER, MEMBER.OPENED_NO, MEMBER.CUSTOMER_NO),
            new OwnedRows(TIER_GIFT, TIER_GIFT.OPENED_NO, TIER_GIFT.CUSTOMER_NO),
            new OwnedRows(PAID_MEMBERSHIP, PAID_MEMBERSHIP.OPENED_NO, PAID_MEMBERSHIP.CUSTOMER_NO),
            new OwnedRows(BOUGHT, BOUGHT.OPENED_NO, BOUGHT.CUSTOMER_NO),
            new OwnedRows(EARNING, EARNING.OPENED_NO, EARNING.CUSTOMER_NO),
            new OwnedRows(MALL_ORDER, MALL_ORDER.OPENED_NO, MALL_ORDER.CUSTOMER_NO),
            new OwnedRows(REWARD, REWARD.OPENED_NO, REWARD.CUSTOMER_NO),
            new OwnedRows(CHECK_IN, CHECK_IN.OPENED_NO, CHECK_IN.CUSTOMER_NO),
            new OwnedRows(TASK_HIT, TASK_HIT.OPENED_NO, TASK_HIT.CUSTOMER_NO),
            new OwnedRows(TASK_DONE, TASK_DONE.OPENED_NO, TASK_DONE.CUSTOMER_NO),
            new OwnedRows(GROWTH_DONE, GROWTH_DONE.OPENED_NO, GROWTH_DONE.CUSTOMER_NO),
            new OwnedRows(DRAW_CHANCE, DRAW_CHANCE.OPENED_NO, DRAW_CHANCE.CUSTOMER_NO),
            new OwnedRows(DRAW_PLAY, DRAW_PLAY.OPENED_NO, DRAW_PLAY.CUSTOMER_NO),
            new OwnedRows(BENEFIT_GIVEN, BENEFIT_GIVEN.OPENED_NO, BENEFIT_GIVEN.CUSTOMER_NO),
            new OwnedRows(REWARD_REQUEST, REWARD_REQUEST.OPENED_NO, REWARD_REQUEST.CUSTOMER_NO),
            new OwnedRows(GRANT_REQUEST, GRANT_REQUEST.OPENED_NO, GRANT_REQUEST.CUSTOMER_NO),
            new OwnedRows(TILL_PAYMENT, TILL_PAYMENT.OPENED_NO, TILL_PAYMENT.CUSTOMER_NO),
            new OwnedRows(MARKETPLACE_LINK, MARKETPLACE_LINK.OPENED_NO, MARKETPLACE_LINK.CUSTOMER_NO));

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        OwnedRows.merge(transaction, OWNED, into);
    }

    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        OwnedRows.clear(transaction, OWNED, customers);
    }
}
