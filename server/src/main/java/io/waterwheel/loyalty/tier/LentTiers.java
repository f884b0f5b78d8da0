package io.waterwheel.loyalty.tier;

import static io.waterwheel.loyalty.generated.Tables.PAID_MEMBERSHIP;
import static io.waterwheel.loyalty.generated.Tables.TIER_GIFT;

import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.generated.tables.records.PaidMembershipRecord;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Tiers that members have for some time without having reached them: given, or with a paid membership.
@Component
class LentTiers {

    /// The best place of those that last at a time, by customer; who has none is left out.
    Map<CustomerNo, Integer> best(
            DSLContext transaction, LiveProgramme programme, Collection<CustomerNo> customers, Instant at) {
        return best(transaction, programme, customers, at, PAID_MEMBERSHIP.FROM_AT.le(at));
    }

    /// The same of one customer, without one paid period and with what follows it; -1 for none.
    int bestWithout(
            DSLContext transaction,
            LiveProgramme programme,
            CustomerNo customer,
            Instant at,
            PaidMembershipRecord period) {
        Condition others = PAID_MEMBERSHIP
                .KEY
                .ne(period.getKey())
                .and(PAID_MEMBERSHIP.FROM_AT.le(at).or(next(period, at)));
        return best(transaction, programme, Set.of(customer), at, others).getOrDefault(customer, -1);
    }

    /// Only what begins when a period that is running ends would begin now.
    private static Condition next(PaidMembershipRecord period, Instant at) {
        return period.getFromAt().isAfter(at)
                ? DSL.falseCondition()
                : follows(period).and(PAID_MEMBERSHIP.FROM_AT.eq(period.getUntilAt()));
    }

    /// Periods of the same plan behind a period.
    static Condition follows(PaidMembershipRecord period) {
        return PAID_MEMBERSHIP
                .CUSTOMER_NO
                .eq(period.getCustomerNo())
                .and(PAID_MEMBERSHIP.BRAND_ID.eq(period.getBrandId()))
                .and(PAID_MEMBERSHIP.PLAN.eq(period.getPlan()))
                .and(PAID_MEMBERSHIP.FROM_AT.ge(period.getUntilAt()))
                .and(PAID_MEMBERSHIP.KEY.ne(period.getKey()))
                .and(PAID_MEMBERSHIP.REFUNDED_AT.isNull());
    }

    private static Map<CustomerNo, Integer> best(
            DSLContext transaction,
            LiveProgramme programme,
            Collection<CustomerNo> customers,
            Instant at,
            Condition paid) {
        Map<CustomerNo, Integer> best = new HashMap<>();
        transaction
                .select(TIER_GIFT.CUSTOMER_NO, TIER_GIFT.TIER)
                .from(TIER_GIFT)
                .where(TIER_GIFT.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .and(TIER_GIFT.BRAND_ID.eq(programme.brand().id().value()))
                .and(TIER_GIFT.FROM_AT.le(at))
                .and(TIER_GIFT.UNTIL_AT.gt(at))
                .unionAll(DSL.select(PAID_MEMBERSHIP.CUSTOMER_NO, PAID_MEMBERSHIP.TIER)
                        .from(PAID_MEMBERSHIP)
                        .where(PAID_MEMBERSHIP.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                        .and(PAID_MEMBERSHIP.BRAND_ID.eq(programme.brand().id().value()))
                        .and(PAID_MEMBERSHIP.UNTIL_AT.gt(at))
                        .and(paid))
                .forEach(row -> {
                    int place = programme.tier(row.value2());
                    if (place >= 0) {
                        best.merge(new CustomerNo(row.value1()), place, Math::max);
                    }
                });
        return best;
    }
}
