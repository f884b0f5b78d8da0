package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.DISPATCH;
import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.touch.DeliveryReport;
import io.waterwheel.touch.Telling;
import io.waterwheel.touch.broadcast.BroadcastRow;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes down what a channel reported. Only recipients that still stand as `sent` move, each once, with its event.
@Component
public class Reported {

    private final DSLContext database;
    private final InstantSource clock;

    Reported(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param telling  whether the reports are about all recipients the channel took
    /// @param recalled those still waiting will never get it
    @Transactional
    public void apply(
            BroadcastRow broadcast, long dispatch, Telling telling, List<DeliveryReport> reports, boolean recalled) {
        RowSet delivered = new RowSet(RECIPIENT.ADDRESS, RECIPIENT.DELIVERED_AT);
        RowSet failed = new RowSet(RECIPIENT.ADDRESS, RECIPIENT.REASON);
        List<String> mentioned = new ArrayList<>();
        int waiting = 0;
        for (DeliveryReport report : reports) {
            mentioned.add(report.address());
            switch (report) {
                case DeliveryReport.Delivered(var address, var at) -> delivered.row(address, at);
                case DeliveryReport.Failed(var address, var reason) -> failed.row(address, reason);
                case DeliveryReport.Waiting(var address) -> {
                    waiting++;
                    if (recalled) {
                        failed.row(address, "recalled");
                    }
                }
            }
        }
        if (!delivered.isEmpty()) {
            deliver(broadcast, dispatch, delivered);
        }
        if (!failed.isEmpty()) {
            fail(broadcast, dispatch, failed);
        }
        boolean over = switch (telling) {
            case EVERYBODY, NOTHING -> (waiting == 0 || recalled) && !reports.isEmpty();
            case NEWS -> !database.fetchExists(RECIPIENT, sent(dispatch));
        };
        if (telling == Telling.EVERYBODY && !mentioned.isEmpty()) {
            failOthers(broadcast, dispatch, mentioned);
        }
        if (over) {
            closed(dispatch);
        }
    }

    /// Nothing more will be heard of it.
    public void closed(long dispatch) {
        database.update(DISPATCH)
                .setNull(DISPATCH.REPORTS_DUE_AT)
                .set(DISPATCH.RECALL_DUE, false)
                .where(DISPATCH.ID.eq(dispatch))
                .execute();
    }

    private void deliver(BroadcastRow broadcast, long dispatch, RowSet rows) {
        var given = rows.as("given");
        Integer[] moved = database.update(RECIPIENT)
                .set(RECIPIENT.STATE, "delivered")
                .set(RECIPIENT.DELIVERED_AT, given.field(RECIPIENT.DELIVERED_AT))
                .from(given.table())
                .where(sent(dispatch))
                .and(RECIPIENT.ADDRESS.eq(given.field(RECIPIENT.ADDRESS)))
                .returning(RECIPIENT.CUSTOMER_NO)
                .fetch(RECIPIENT.CUSTOMER_NO)
                .toArray(Integer[]::new);
        event(broadcast, moved, EventNames.MESSAGE_DELIVERED, "delivered", RECIPIENT.DELIVERED_AT);
    }

    /// Those whom a cancellation still saved stand as cancelled; their timeline says that what was sent never came.
    private void fail(BroadcastRow broadcast, long dispatch, RowSet rows) {
        var given = rows.as("given");
        Field<String> reason = given.field(RECIPIENT.REASON);
        Integer[] moved = database.update(RECIPIENT)
                .set(
                        RECIPIENT.STATE,
                        DSL.when(reason.eq("recalled"), "cancelled").otherwise("failed"))
                .set(RECIPIENT.REASON, reason)
                .from(given.table())
                .where(sent(dispatch))
                .and(RECIPIENT.ADDRESS.eq(given.field(RECIPIENT.ADDRESS)))
                .returning(RECIPIENT.CUSTOMER_NO)
                .fetch(RECIPIENT.CUSTOMER_NO)
                .toArray(Integer[]::new);
        failure(broadcast, moved);
    }

    private void failOthers(BroadcastRow broadcast, long dispatch, List<String> mentioned) {
        Integer[] moved = database.update(RECIPIENT)
                .set(RECIPIENT.STATE, "failed")
                .set(RECIPIENT.REASON, "refused")
                .where(sent(dispatch))
                .and(RECIPIENT.ADDRESS.ne(DSL.all(mentioned.toArray(String[]::new))))
                .returning(RECIPIENT.CUSTOMER_NO)
                .fetch(RECIPIENT.CUSTOMER_NO)
                .toArray(Integer[]::new);
        failure(broadcast, moved);
    }

    private void failure(BroadcastRow broadcast, Integer[] moved) {
        event(broadcast, moved, EventNames.MESSAGE_FAILED, "failed", DSL.val(clock.instant()));
    }

    private static Condition sent(long dispatch) {
        return RECIPIENT.DISPATCH_ID.eq(dispatch).and(RECIPIENT.STATE.eq("sent"));
    }

    private void event(BroadcastRow broadcast, Integer[] customers, String name, String what, Field<Instant> at) {
        if (customers.length > 0) {
            Outbox.write(
                    database,
                    broadcast.brand(),
                    broadcast.id(),
                    broadcast.channel().code(),
                    RECIPIENT.CUSTOMER_NO.eq(DSL.any(customers)),
                    name,
                    what,
                    at);
        }
    }
}
