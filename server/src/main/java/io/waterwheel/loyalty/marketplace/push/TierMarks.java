package io.waterwheel.loyalty.marketplace.push;

import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LogConsumer;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.loyalty.marketplace.LinkMarks;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Marks whose tier changed, whatever changed it.
@Component
class TierMarks implements LogConsumer {

    private static final Set<String> TIERS =
            Set.of(EventNames.TIER_UPGRADED, EventNames.TIER_DOWNGRADED, EventNames.MEMBER_JOINED);

    private final InstantSource clock;

    TierMarks(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "marketplace-tiers";
    }

    @Override
    public void consume(DSLContext transaction, List<LoggedEvent> events) {
        List<Integer> customers = new ArrayList<>();
        for (LoggedEvent event : events) {
            var customer = event.customer();
            if (customer != null && TIERS.contains(event.name())) {
                customers.add(customer.value());
            }
        }
        if (!customers.isEmpty()) {
            LinkMarks.changed(transaction, customers, clock.instant());
        }
    }
}
