package io.waterwheel.customer.profile;

import static io.waterwheel.customer.generated.Tables.PROFILE;

import io.waterwheel.customer.CustomerState;
import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// What either told stands, by the same rule as for one customer.
@Component
class ProfileState implements CustomerState {

    private final ProfileRows rows;

    ProfileState(ProfileRows rows) {
        this.rows = rows;
    }

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        Set<CustomerNo> all = new HashSet<>(into.keySet());
        all.addAll(into.values());
        Map<CustomerNo, ProfileValues> known = rows.of(transaction, all);
        Map<CustomerNo, ProfileChange> changes = new HashMap<>();
        into.forEach((from, to) -> {
            ProfileValues theirs = known.getOrDefault(from, ProfileValues.NOTHING);
            if (!theirs.attributes().isEmpty()) {
                changes.computeIfAbsent(
                                to,
                                customer ->
                                        new ProfileChange().over(known.getOrDefault(customer, ProfileValues.NOTHING)))
                        .over(theirs);
            }
        });
        rows.write(transaction, changes);
        clear(transaction, into.keySet());
    }

    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        transaction
                .deleteFrom(PROFILE)
                .where(PROFILE.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .execute();
    }
}
