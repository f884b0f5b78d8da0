package io.waterwheel.kernel.event;

import static io.waterwheel.kernel.generated.Tables.CONSUMER_OFFSET;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs every [LogConsumer] of the product behind the log.
@Component
class LogConsumers implements SmartLifecycle {

    private static final int BATCH = LogFollower.LARGE;

    private final DSLContext database;
    private final EventLog events;
    private final List<LogConsumer> consumers;
    private final LogSignal signal;
    private List<LogFollower> followers = List.of();

    LogConsumers(DSLContext database, EventLog events, List<LogConsumer> consumers, LogSignal signal) {
        this.database = database;
        this.events = events;
        this.consumers = consumers;
        this.signal = signal;
    }

    /// Reads one batch on; the row lock on the offset keeps two nodes from doing the same piece.
    int advance(LogConsumer consumer) {
        return database.transactionResult(configuration -> {
            DSLContext transaction = DSL.using(configuration);
            long offset = offset(transaction, consumer.name());
            List<LoggedEvent> batch = events.read(offset, BATCH);
            if (batch.isEmpty()) {
                return 0;
            }
            consumer.consume(transaction, batch);
            transaction
                    .update(CONSUMER_OFFSET)
                    .set(CONSUMER_OFFSET.POSITION, batch.getLast().position())
                    .where(CONSUMER_OFFSET.CONSUMER.eq(consumer.name()))
                    .execute();
            return batch.size();
        });
    }

    private static long offset(DSLContext transaction, String consumer) {
        transaction
                .insertInto(CONSUMER_OFFSET)
                .set(CONSUMER_OFFSET.CONSUMER, consumer)
                .set(CONSUMER_OFFSET.POSITION, 0L)
                .onConflictDoNothing()
                .execute();
        return transaction
                .select(CONSUMER_OFFSET.POSITION)
                .from(CONSUMER_OFFSET)
                .where(CONSUMER_OFFSET.CONSUMER.eq(consumer))
                .forUpdate()
                .fetchSingle(CONSUMER_OFFSET.POSITION);
    }

    @Override
    public void start() {
        followers = consumers.stream()
                .map(consumer -> new LogFollower(consumer.name(), signal, consumer.gather(), () -> advance(consumer)))
                .toList();
        followers.forEach(LogFollower::start);
    }

    @Override
    public void stop() {
        followers.forEach(LogFollower::close);
        followers = List.of();
    }

    @Override
    public boolean isRunning() {
        return !followers.isEmpty();
    }
}
