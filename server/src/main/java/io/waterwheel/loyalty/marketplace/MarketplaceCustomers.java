package io.waterwheel.loyalty.marketplace;

import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_LINK;

import io.waterwheel.customer.CustomerState;
import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.kernel.CustomerNo;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Who turns out to be somebody else has other points: their marketplaces are told. The rows themselves follow
/// with memberships.
@Component
class MarketplaceCustomers implements CustomerState {

    /// Until memberships and points are with whoever has them now.
    private static final Duration SETTLES = Duration.ofSeconds(2);

    private final InstantSource clock;

    MarketplaceCustomers(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        Set<CustomerNo> both = new HashSet<>(into.keySet());
        both.addAll(into.values());
        changed(transaction, both);
    }

    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        changed(transaction, customers);
    }

    private void changed(DSLContext transaction, Collection<CustomerNo> customers) {
        MarketLinks.changed(
                transaction,
                MARKETPLACE_LINK
                        .CUSTOMER_NO
                        .eq(MovedCustomers.any(customers))
                        .or(MARKETPLACE_LINK.OPENED_NO.eq(MovedCustomers.any(customers))),
                clock.instant().plus(SETTLES));
    }
}
