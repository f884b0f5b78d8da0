package io.waterwheel.loyalty.tier;

import static io.waterwheel.loyalty.generated.Tables.TIER_EVENT;

import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.OutboxRelay;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Brings changes of tiers to the log.
@Component
class TierRelay extends OutboxRelay {

    private static final String SOURCE = "loyalty";

    TierRelay(DSLContext database, TransactionOperations transactions, EventLog log) {
        super("tier-events", SOURCE, TIER_EVENT, database, transactions, log);
    }
}
