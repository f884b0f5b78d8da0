package io.waterwheel.exchange.topic;

import static io.waterwheel.exchange.generated.Tables.INLET;

import io.waterwheel.exchange.generated.tables.records.InletRecord;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the readers of inlets read and write of them.
@Component
class InletRows {

    private final DSLContext database;
    private final InstantSource clock;

    InletRows(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    List<InletRecord> active() {
        return database.selectFrom(INLET)
                .where(INLET.STATE.eq(FlowState.ACTIVE.code()))
                .orderBy(INLET.ID)
                .fetch();
    }

    void took(long id, int records, int refused) {
        database.update(INLET)
                .set(INLET.RECORDS, INLET.RECORDS.plus(records))
                .set(INLET.REFUSED, INLET.REFUSED.plus(refused))
                .set(INLET.LAST_RECORD_AT, clock.instant())
                .setNull(INLET.FAILING_SINCE)
                .setNull(INLET.FAILURE)
                .where(INLET.ID.eq(id))
                .execute();
    }

    /// The brokers answer, and this much is waiting.
    void checked(long id, long lag) {
        database.update(INLET)
                .set(INLET.LAG, lag)
                .set(INLET.CHECKED_AT, clock.instant())
                .setNull(INLET.FAILING_SINCE)
                .setNull(INLET.FAILURE)
                .where(INLET.ID.eq(id))
                .and(INLET.STATE.eq(FlowState.ACTIVE.code()))
                .execute();
    }

    void failed(long id, KafkaFailure failure) {
        database.update(INLET)
                .set(INLET.FAILING_SINCE, DSL.coalesce(INLET.FAILING_SINCE, DSL.val(clock.instant())))
                .set(INLET.FAILURE, failure.code())
                .where(INLET.ID.eq(id))
                .and(INLET.STATE.eq(FlowState.ACTIVE.code()))
                .execute();
    }

    static KafkaConnection connection(InletRecord row, @Nullable String password) {
        return new KafkaConnection(
                row.getServers(),
                row.getTls(),
                SaslMechanism.of(row.getMechanism()),
                row.getUsername(),
                password,
                row.getAuthority());
    }
}
