package io.waterwheel.exchange.topic;

import static io.waterwheel.exchange.generated.Tables.OUTLET;

import io.waterwheel.exchange.Node;
import io.waterwheel.exchange.generated.tables.records.OutletRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the writer of an outlet reads and writes of it, under a lease that every write renews.
@Component
class OutletRows {

    /// Longer than the brokers may take to acknowledge a batch.
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final DSLContext database;
    private final InstantSource clock;
    private final Node node;

    OutletRows(DSLContext database, InstantSource clock, Node node) {
        this.database = database;
        this.clock = clock;
        this.node = node;
    }

    List<Long> due(long logEnd) {
        Instant now = clock.instant();
        return database.select(OUTLET.ID)
                .from(OUTLET)
                .where(OUTLET.STATE.eq(FlowState.ACTIVE.code()))
                .and(free(now))
                .and(OUTLET.POSITION.lt(logEnd))
                .and(OUTLET.NEXT_TRY_AT.isNull().or(OUTLET.NEXT_TRY_AT.le(now)))
                .fetch(OUTLET.ID);
    }

    private Condition free(Instant now) {
        return OUTLET.LEASED_BY.isNull().or(OUTLET.LEASED_BY.eq(node.id())).or(OUTLET.LEASED_UNTIL.le(now));
    }

    Optional<OutletRecord> lease(long id) {
        Instant now = clock.instant();
        return database.update(OUTLET)
                .set(OUTLET.LEASED_BY, node.id())
                .set(OUTLET.LEASED_UNTIL, now.plus(LEASE))
                .where(OUTLET.ID.eq(id))
                .and(OUTLET.STATE.eq(FlowState.ACTIVE.code()))
                .and(free(now))
                .returning()
                .fetchOptional();
    }

    void release(long id) {
        database.update(OUTLET)
                .setNull(OUTLET.LEASED_BY)
                .setNull(OUTLET.LEASED_UNTIL)
                .where(mine(id))
                .execute();
    }

    private Condition mine(long id) {
        return OUTLET.ID.eq(id).and(OUTLET.LEASED_BY.eq(node.id()));
    }

    /// Everything up to `through` was acknowledged or not wanted.
    ///
    /// @return the outlet as it is now, empty when it is not ours or not active any more
    Optional<OutletRecord> sent(long id, long through, int events) {
        Instant now = clock.instant();
        var update = database.update(OUTLET)
                .set(OUTLET.POSITION, DSL.greatest(OUTLET.POSITION, DSL.val(through)))
                .set(OUTLET.SENT, OUTLET.SENT.plus(events))
                .set(OUTLET.LEASED_UNTIL, now.plus(LEASE));
        if (events > 0) {
            update = update.set(OUTLET.LAST_SENT_AT, now)
                    .set(OUTLET.ATTEMPTS, 0)
                    .setNull(OUTLET.FAILING_SINCE)
                    .setNull(OUTLET.FAILURE)
                    .setNull(OUTLET.NEXT_TRY_AT);
        }
        return update.where(mine(id))
                .returning()
                .fetchOptional()
                .filter(row -> row.getState().equals(FlowState.ACTIVE.code()));
    }

    void failed(long id, KafkaFailure failure, Instant nextTry) {
        database.update(OUTLET)
                .set(OUTLET.ATTEMPTS, OUTLET.ATTEMPTS.plus(1))
                .set(OUTLET.FAILING_SINCE, DSL.coalesce(OUTLET.FAILING_SINCE, DSL.val(clock.instant())))
                .set(OUTLET.FAILURE, failure.code())
                .set(OUTLET.NEXT_TRY_AT, nextTry)
                .where(mine(id))
                .execute();
    }

    static KafkaConnection connection(OutletRecord row, @Nullable String password) {
        return new KafkaConnection(
                row.getServers(),
                row.getTls(),
                SaslMechanism.of(row.getMechanism()),
                row.getUsername(),
                password,
                row.getAuthority());
    }
}
