package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.DISPATCH;
import static io.waterwheel.touch.generated.Tables.MESSAGE;
import static io.waterwheel.touch.generated.Tables.MESSAGE_LINE;

import io.waterwheel.kernel.ClockPutBack;
import java.time.Duration;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Without this, what was to be sent at once before the clock was put back would wait for as long as it was put back.
/// Who is held for a reason, such as the night where they live, stays held.
@Component
class SendsAfterPutBack {

    /// Nothing is asked about less often.
    private static final Duration REPORTS = Duration.ofHours(1);

    private final DSLContext database;

    SendsAfterPutBack(DSLContext database) {
        this.database = database;
    }

    @EventListener
    void bringBack(ClockPutBack putBack) {
        Instant now = putBack.now();
        Instant rested = now.plus(WaitingMessages.LONGEST_REST);
        bringBack(MESSAGE.DISPATCH_ID.isNull(), now);
        // A call under way may be refused, and then its messages are waiting again.
        bringBack(
                MESSAGE.DISPATCH_ID.in(
                        DSL.select(DISPATCH.ID).from(DISPATCH).where(DISPATCH.STATE.in("ready", "calling"))),
                now);
        database.update(MESSAGE_LINE)
                .set(MESSAGE_LINE.RETRY_AT, now)
                .where(MESSAGE_LINE.RETRY_AT.gt(rested))
                .execute();
        // From now on it is waited until their outcomes can be asked for.
        database.update(DISPATCH)
                .set(DISPATCH.CALLED_AT, now)
                .where(DISPATCH.STATE.eq("calling"))
                .and(DISPATCH.CALLED_AT.gt(rested))
                .execute();
        database.update(DISPATCH)
                .set(DISPATCH.REPORTS_DUE_AT, now)
                .where(DISPATCH.REPORTS_DUE_AT.gt(now.plus(REPORTS)))
                .execute();
    }

    private void bringBack(Condition waiting, Instant now) {
        database.update(MESSAGE)
                .set(MESSAGE.DUE_AT, now)
                .where(MESSAGE.STATE.eq("pending"))
                .and(waiting)
                .and(MESSAGE.DUE_AT.gt(now.plus(WaitingMessages.LONGEST_REST)))
                .and(MESSAGE.WAITS.isNull().or(MESSAGE.WAITS.eq(WaitingMessages.REFUSED_FOR_NOW)))
                .execute();
    }
}
