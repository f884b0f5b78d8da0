package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.OUTBOX;

import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.OutboxRelay;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Brings what became of messages to the log.
@Component
class TouchRelay extends OutboxRelay {

    static final String SOURCE = "touch";

    TouchRelay(DSLContext database, TransactionOperations transactions, EventLog log) {
        super("touch-outbox", SOURCE, OUTBOX, database, transactions, log);
    }
}
