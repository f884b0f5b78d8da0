package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.BROADCAST;
import static io.waterwheel.touch.generated.Tables.DISPATCH;
import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.broadcast.BroadcastRow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes down what became of a call: the call, its recipients and their events in one transaction, and only once,
/// because only a call that stands as `calling` can be settled.
@Component
public class Settlement {

    private static final Duration FIRST_REPORT = Duration.ofSeconds(3);

    private final DSLContext database;
    private final InstantSource clock;

    Settlement(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    public void accepted(
            BroadcastRow broadcast,
            Channel channel,
            long dispatch,
            String messageKey,
            Map<CustomerNo, String> refused) {
        Instant now = clock.instant();
        int settled = database.update(DISPATCH)
                .set(DISPATCH.STATE, "accepted")
                .set(DISPATCH.MESSAGE_KEY, messageKey)
                .set(DISPATCH.SETTLED_AT, now)
                .set(DISPATCH.REPORTS_DUE_AT, channel.promise().reports() ? now.plus(FIRST_REPORT) : null)
                .set(DISPATCH.RECALL_DUE, cancelled(broadcast.id()))
                .where(DISPATCH.ID.eq(dispatch))
                .and(DISPATCH.STATE.eq("calling"))
                .execute();
        if (settled == 0) {
            return;
        }
        refused.forEach((customer, reason) -> database.update(RECIPIENT)
                .set(RECIPIENT.STATE, "failed")
                .set(RECIPIENT.REASON, reason)
                .where(RECIPIENT.BROADCAST_ID.eq(broadcast.id()))
                .and(RECIPIENT.CUSTOMER_NO.eq(customer.value()))
                .execute());
        move(broadcast.id(), dispatch, "sent", null, now);
        events(broadcast, dispatch, "sent", EventNames.MESSAGE_SENT, now);
        events(broadcast, dispatch, "failed", EventNames.MESSAGE_FAILED, now);
        if (!channel.promise().reports()) {
            delivered(broadcast, dispatch, now);
        }
    }

    /// Nothing more will be heard of what such a channel took.
    private void delivered(BroadcastRow broadcast, long dispatch, Instant now) {
        database.update(RECIPIENT)
                .set(RECIPIENT.STATE, "delivered")
                .set(RECIPIENT.DELIVERED_AT, now)
                .where(RECIPIENT.DISPATCH_ID.eq(dispatch))
                .and(RECIPIENT.STATE.eq("sent"))
                .execute();
        events(broadcast, dispatch, "delivered", EventNames.MESSAGE_DELIVERED, now);
    }

    @Transactional
    public void rejected(BroadcastRow broadcast, long dispatch, String reason) {
        if (settle(dispatch, "failed", reason)) {
            Instant now = clock.instant();
            move(broadcast.id(), dispatch, "failed", reason, null);
            events(broadcast, dispatch, "failed", EventNames.MESSAGE_FAILED, now);
        }
    }

    /// Nobody can say whether they got it, so they are not written to again.
    @Transactional
    public void unknown(BroadcastRow broadcast, long dispatch, String reason) {
        if (settle(dispatch, "unknown", reason)) {
            move(broadcast.id(), dispatch, "unknown", reason, clock.instant());
        }
    }

    /// The call never happened: its recipients wait again, or are let go when the broadcast was cancelled meanwhile.
    @Transactional
    public void lost(BroadcastRow broadcast, long dispatch) {
        if (!settle(dispatch, "lost", "absent")) {
            return;
        }
        boolean over = cancelled(broadcast.id());
        database.update(RECIPIENT)
                .setNull(RECIPIENT.DISPATCH_ID)
                .set(RECIPIENT.STATE, over ? "cancelled" : "pending")
                .set(RECIPIENT.REASON, over ? "cancelled" : null)
                .where(RECIPIENT.DISPATCH_ID.eq(dispatch))
                .and(RECIPIENT.STATE.eq("pending"))
                .execute();
    }

    private boolean cancelled(long broadcast) {
        // Share-locked, so that a cancellation either sees this call settled or is seen here.
        return database.select(BROADCAST.STATE)
                .from(BROADCAST)
                .where(BROADCAST.ID.eq(broadcast))
                .forShare()
                .fetchOptional(row -> row.value1().equals("cancelled"))
                .orElse(false);
    }

    private boolean settle(long dispatch, String state, String reason) {
        return database.update(DISPATCH)
                        .set(DISPATCH.STATE, state)
                        .set(DISPATCH.REASON, reason)
                        .set(DISPATCH.SETTLED_AT, clock.instant())
                        .where(DISPATCH.ID.eq(dispatch))
                        .and(DISPATCH.STATE.eq("calling"))
                        .execute()
                == 1;
    }

    private void move(long broadcast, long dispatch, String state, @Nullable String reason, @Nullable Instant sentAt) {
        database.update(RECIPIENT)
                .set(RECIPIENT.STATE, state)
                .set(RECIPIENT.REASON, reason)
                .set(RECIPIENT.SENT_AT, sentAt)
                .where(RECIPIENT.DISPATCH_ID.eq(dispatch))
                .and(RECIPIENT.BROADCAST_ID.eq(broadcast))
                .and(RECIPIENT.STATE.eq("pending"))
                .execute();
    }

    private void events(BroadcastRow broadcast, long dispatch, String state, String name, Instant at) {
        Condition which = RECIPIENT.DISPATCH_ID.eq(dispatch).and(RECIPIENT.STATE.eq(state));
        Outbox.write(
                database,
                broadcast.brand(),
                broadcast.id(),
                broadcast.channel().code(),
                which,
                name,
                state,
                DSL.val(at));
    }
}
