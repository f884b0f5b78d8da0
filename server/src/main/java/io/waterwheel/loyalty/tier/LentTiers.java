package io.waterwheel.loyalty.tier;

import static io.waterwheel.loyalty.generated.Tables.PAID_MEMBERSHIP;
import static io.waterwheel.loyalty.generated.Tables.TIER_GIFT;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Tiers that members have for some time without having reached them: given, or with a paid membership.
@Component
class LentTiers {

    /// The best place of those that last at a time, -1 for none.
    int best(DSLContext transaction, LiveProgramme programme, CustomerNo customer, Instant at) {
        return best(transaction, programme, customer, at, DSL.noCondition());
    }

    /// The same without one paid period.
    int bestWithout(DSLContext transaction, LiveProgramme programme, CustomerNo customer, Instant at, String paidKey) {
        return best(transaction, programme, customer, at, PAID_MEMBERSHIP.KEY.ne(paidKey));
    }

    private static int best(
            DSLContext transaction, LiveProgramme programme, CustomerNo customer, Instant at, Condition paid) {
        int[] best = {-1};
        transaction
                .select(TIER_GIFT.TIER)
                .from(TIER_GIFT)
                .where(TIER_GIFT.CUSTOMER_NO.eq(customer.value()))
                .and(TIER_GIFT.BRAND_ID.eq(programme.brand().id().value()))
                .and(TIER_GIFT.FROM_AT.le(at))
                .and(TIER_GIFT.UNTIL_AT.gt(at))
                .unionAll(DSL.select(PAID_MEMBERSHIP.TIER)
                        .from(PAID_MEMBERSHIP)
                        .where(PAID_MEMBERSHIP.CUSTOMER_NO.eq(customer.value()))
                        .and(PAID_MEMBERSHIP.BRAND_ID.eq(programme.brand().id().value()))
                        .and(PAID_MEMBERSHIP.FROM_AT.le(at))
                        .and(PAID_MEMBERSHIP.UNTIL_AT.gt(at))
                        .and(paid))
                .forEach(row -> best[0] = Math.max(best[0], programme.tier(row.value1())));
        return best[0];
    }
}
