package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.OUTBOX;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.LogWorker;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Brings events from the outbox to the log, in batches. After a kill between the two, the log leaves out what it
/// has.
@Component
class OutboxRelay extends LogWorker {

    static final String SOURCE = "touch";

    private static final int BATCH = 2_000;
    private static final Duration EVERY = Duration.ofMillis(300);

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final EventLog log;

    OutboxRelay(DSLContext database, TransactionOperations transactions, EventLog log) {
        super("touch-outbox", EVERY);
        this.database = database;
        this.transactions = transactions;
        this.log = log;
    }

    @Override
    protected boolean work() {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            // Rows another node is relaying are skipped.
            var rows = database.selectFrom(OUTBOX)
                    .orderBy(OUTBOX.ID)
                    .limit(BATCH)
                    .forUpdate()
                    .skipLocked()
                    .fetch();
            if (rows.isEmpty()) {
                return false;
            }
            List<NewEvent> events = rows.map(row -> new NewEvent(
                    new BrandId(row.getBrandId()),
                    SOURCE,
                    row.getMessageId(),
                    row.getName(),
                    row.getAt(),
                    new Subject.Known(new CustomerNo(row.getCustomerNo())),
                    row.getProperties().data(),
                    "{}"));
            log.append(events);
            database.deleteFrom(OUTBOX)
                    .where(OUTBOX.ID.in(rows.getValues(OUTBOX.ID)))
                    .execute();
            return rows.size() == BATCH;
        }));
    }
}
