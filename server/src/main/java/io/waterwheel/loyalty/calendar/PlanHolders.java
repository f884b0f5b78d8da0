package io.waterwheel.loyalty.calendar;

import static io.waterwheel.loyalty.generated.Tables.PAID_MEMBERSHIP;

import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/// Which paid memberships customers have at a time.
final class PlanHolders {

    private PlanHolders() {}

    /// @return ids of plans; who has none is left out
    static Map<CustomerNo, Set<String>> of(
            DSLContext database, BrandId brand, Collection<CustomerNo> customers, Instant at) {
        Map<CustomerNo, Set<String>> plans = new HashMap<>();
        database.select(PAID_MEMBERSHIP.CUSTOMER_NO, PAID_MEMBERSHIP.PLAN)
                .from(PAID_MEMBERSHIP)
                .where(PAID_MEMBERSHIP.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .and(PAID_MEMBERSHIP.BRAND_ID.eq(brand.value()))
                .and(PAID_MEMBERSHIP.FROM_AT.le(at))
                .and(PAID_MEMBERSHIP.UNTIL_AT.gt(at))
                .forEach(row -> plans.computeIfAbsent(new CustomerNo(row.value1()), _ -> new HashSet<>())
                        .add(row.value2()));
        return plans;
    }
}
