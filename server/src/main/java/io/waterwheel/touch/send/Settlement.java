package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.BROADCAST;
import static io.waterwheel.touch.generated.Tables.DISPATCH;
import static io.waterwheel.touch.generated.Tables.MESSAGE;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.policy.Contacts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes down what became of a call: the call, those it was for, their contacts and events in one transaction,
/// and only once, because only a call that stands as `calling` can be settled.
@Component
public class Settlement {

    private static final Duration FIRST_REPORT = Duration.ofSeconds(3);

    private final DSLContext database;
    private final Contacts contacts;
    private final SettledMessages settled;
    private final InstantSource clock;

    Settlement(DSLContext database, Contacts contacts, SettledMessages settled, InstantSource clock) {
        this.database = database;
        this.contacts = contacts;
        this.settled = settled;
        this.clock = clock;
    }

    @Transactional
    public void accepted(
            Errand errand, Channel channel, long dispatch, String messageKey, Map<CustomerNo, String> refused) {
        Instant now = clock.instant();
        boolean reports = channel.promise().reports();
        int changed = database.update(DISPATCH)
                .set(DISPATCH.STATE, "accepted")
                .set(DISPATCH.MESSAGE_KEY, messageKey)
                .set(DISPATCH.SETTLED_AT, now)
                .set(DISPATCH.REPORTS_DUE_AT, reports ? now.plus(FIRST_REPORT) : null)
                .set(DISPATCH.RECALL_DUE, cancelled(errand))
                .where(DISPATCH.ID.eq(dispatch))
                .and(DISPATCH.STATE.eq("calling"))
                .execute();
        if (changed == 0) {
            return;
        }
        refused.forEach((customer, reason) -> refuse(errand, dispatch, customer, reason, now));
        contacts.forget(
                dispatch, refused.keySet().stream().map(CustomerNo::value).toArray(Integer[]::new));
        move(errand, dispatch, "sent", null, now);
        events(errand, dispatch, "sent", EventNames.MESSAGE_SENT, now);
        events(errand, dispatch, "failed", EventNames.MESSAGE_FAILED, now);
        if (!reports) {
            delivered(errand, dispatch, now);
        }
        tell(errand, dispatch);
    }

    private void refuse(Errand errand, long dispatch, CustomerNo customer, String reason, Instant now) {
        People people = errand.people();
        database.update(people.table())
                .set(people.state(), "failed")
                .set(people.reason(), reason)
                .set(people.settledAt(now))
                .where(people.dispatch().eq(dispatch))
                .and(people.customer().eq(customer.value()))
                .and(people.state().eq("pending"))
                .execute();
    }

    /// Nothing more will be heard of what such a channel took.
    private void delivered(Errand errand, long dispatch, Instant now) {
        People people = errand.people();
        database.update(people.table())
                .set(people.state(), "delivered")
                .set(people.deliveredAt(), now)
                .where(people.dispatch().eq(dispatch))
                .and(people.state().eq("sent"))
                .execute();
        events(errand, dispatch, "delivered", EventNames.MESSAGE_DELIVERED, now);
    }

    @Transactional
    public void rejected(Errand errand, long dispatch, String reason) {
        if (settle(dispatch, "failed", reason)) {
            Instant now = clock.instant();
            move(errand, dispatch, "failed", reason, null);
            contacts.forget(List.of(dispatch));
            events(errand, dispatch, "failed", EventNames.MESSAGE_FAILED, now);
            tell(errand, dispatch);
        }
    }

    /// Nobody can say whether they got it, so they are not written to again.
    @Transactional
    public void unknown(Errand errand, long dispatch, String reason) {
        if (settle(dispatch, "unknown", reason)) {
            move(errand, dispatch, "unknown", reason, clock.instant());
            tell(errand, dispatch);
        }
    }

    /// The call never happened: those it was for wait again, or are let go when they were taken back meanwhile.
    @Transactional
    public void lost(Errand errand, long dispatch) {
        if (!settle(dispatch, "lost", "absent")) {
            return;
        }
        contacts.forget(List.of(dispatch));
        if (errand.broadcast() == null) {
            settled.withdrawnMeanwhile(errand, MESSAGE.DISPATCH_ID.eq(dispatch));
        }
        boolean over = cancelled(errand);
        People people = errand.people();
        Field<String> state =
                over ? DSL.when(people.maybeCarried(), "unknown").otherwise("cancelled") : DSL.inline("pending");
        database.update(people.table())
                .setNull(people.dispatch())
                .set(people.state(), state)
                .set(people.reason(), over ? "cancelled" : null)
                .where(people.dispatch().eq(dispatch))
                .and(people.state().eq("pending"))
                .execute();
    }

    private boolean cancelled(Errand errand) {
        // Share-locked, so that a cancellation either sees this call settled or is seen here.
        return errand.broadcast() != null
                && database.select(BROADCAST.STATE)
                        .from(BROADCAST)
                        .where(BROADCAST.ID.eq(errand.broadcast()))
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

    private void move(Errand errand, long dispatch, String state, @Nullable String reason, @Nullable Instant sentAt) {
        People people = errand.people();
        database.update(people.table())
                .set(people.state(), state)
                .set(people.reason(), reason)
                .set(people.sentAt(), sentAt)
                .set(people.settledAt(clock.instant()))
                .where(people.dispatch().eq(dispatch))
                .and(people.state().eq("pending"))
                .execute();
    }

    private void events(Errand errand, long dispatch, String state, String name, Instant at) {
        People people = errand.people();
        Outbox.write(
                database,
                errand,
                people.dispatch().eq(dispatch).and(people.state().eq(state)),
                name,
                state,
                DSL.val(at));
    }

    private void tell(Errand errand, long dispatch) {
        if (errand.broadcast() == null) {
            settled.tell(errand.brand(), MESSAGE.DISPATCH_ID.eq(dispatch));
        }
    }
}
