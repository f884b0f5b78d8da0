package io.waterwheel.kernel.event;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.LogWorker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.transaction.support.TransactionOperations;

/// Brings events from a module's outbox to the log, in batches. They were written there in the transaction of the
/// change they tell of; after a kill between the log and the outbox, the log leaves out what it has.
public abstract class OutboxRelay extends LogWorker {

    private static final int BATCH = 2_000;
    private static final Duration EVERY = Duration.ofMillis(300);

    private final String source;
    private final Table<?> outbox;
    private final DSLContext database;
    private final TransactionOperations transactions;
    private final EventLog log;
    private final Field<Long> id;
    private final Field<Short> brand;
    private final Field<Integer> customer;
    private final Field<String> name;
    private final Field<Instant> at;
    private final Field<String> messageId;
    private final Field<JSONB> properties;

    /// @param source what the log knows the events by
    /// @param outbox with the columns `id`, `brand_id`, `customer_no`, `name`, `at`, `message_id`, `properties`
    protected OutboxRelay(
            String worker,
            String source,
            Table<?> outbox,
            DSLContext database,
            TransactionOperations transactions,
            EventLog log) {
        super(worker, EVERY);
        this.source = source;
        this.outbox = outbox;
        this.database = database;
        this.transactions = transactions;
        this.log = log;
        this.id = column("id", Long.class);
        this.brand = column("brand_id", Short.class);
        this.customer = column("customer_no", Integer.class);
        this.name = column("name", String.class);
        this.at = column("at", Instant.class);
        this.messageId = column("message_id", String.class);
        this.properties = column("properties", JSONB.class);
    }

    private <T> Field<T> column(String column, Class<T> type) {
        return Objects.requireNonNull(outbox.field(column, type), column);
    }

    @Override
    public final boolean work() {
        if (!database.fetchExists(outbox)) {
            return false;
        }
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            // Rows another node is relaying are skipped.
            List<? extends Record> rows = database.selectFrom(outbox)
                    .orderBy(id)
                    .limit(BATCH)
                    .forUpdate()
                    .skipLocked()
                    .fetch();
            if (rows.isEmpty()) {
                return false;
            }
            tell(rows.stream().map(this::event).toList());
            database.deleteFrom(outbox)
                    .where(id.eq(DSL.any(rows.stream().map(row -> row.get(id)).toArray(Long[]::new))))
                    .execute();
            return rows.size() == BATCH;
        }));
    }

    private NewEvent event(Record row) {
        return new NewEvent(
                new BrandId(row.get(brand)),
                source,
                row.get(messageId),
                row.get(name),
                row.get(at),
                new Subject.Known(new CustomerNo(row.get(customer))),
                row.get(properties).data(),
                "{}");
    }

    /// Tells a batch, in the order it was written, within the transaction that takes it out of the outbox.
    protected void tell(List<NewEvent> events) {
        log.append(events);
    }
}
