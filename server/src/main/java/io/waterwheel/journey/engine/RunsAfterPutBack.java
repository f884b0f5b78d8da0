package io.waterwheel.journey.engine;

import static io.waterwheel.journey.generated.Tables.RUN;
import static io.waterwheel.journey.generated.Tables.SAVED_JOURNEY;

import io.waterwheel.kernel.ClockPutBack;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Whoever was to go on at once when the clock was put back goes on at once, and a journey that began in what is now
/// the future has begun. Timers stay as they are: what is to happen tomorrow at eight happens tomorrow at eight.
@Component
class RunsAfterPutBack {

    private final DSLContext database;

    RunsAfterPutBack(DSLContext database) {
        this.database = database;
    }

    @EventListener
    void bringBack(ClockPutBack putBack) {
        var now = DSL.field(
                "{0} - {1} * interval '1 millisecond'",
                Instant.class, DSL.val(putBack.now(), RUN.DUE_AT), SAVED_JOURNEY.HELD_MILLIS);
        database.update(RUN)
                .set(RUN.DUE_AT, now)
                .from(SAVED_JOURNEY)
                .where(SAVED_JOURNEY.ID.eq(RUN.JOURNEY_ID))
                .and(SAVED_JOURNEY.PAUSED_AT.isNull())
                .and(RUN.PENDING.isNotNull())
                .and(RUN.DUE_AT.gt(now))
                .execute();
        database.update(SAVED_JOURNEY)
                .set(SAVED_JOURNEY.STARTED_AT, putBack.now())
                .where(SAVED_JOURNEY.STARTED_AT.gt(putBack.now()))
                .execute();
    }
}
