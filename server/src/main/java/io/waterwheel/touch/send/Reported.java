package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.DISPATCH;

import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.touch.DeliveryReport;
import io.waterwheel.touch.Telling;
import io.waterwheel.touch.policy.Contacts;
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
    private final Contacts contacts;
    private final InstantSource clock;

    Reported(DSLContext database, Contacts contacts, InstantSource clock) {
        this.database = database;
        this.contacts = contacts;
        this.clock = clock;
    }

    /// @param telling  whether the reports are about all recipients the channel took
    /// @param recalled those still waiting will never get it
    @Transactional
    public void apply(Errand errand, long dispatch, Telling telling, List<DeliveryReport> reports, boolean recalled) {
        People people = errand.people();
        RowSet delivered = new RowSet(people.address(), people.deliveredAt());
        RowSet failed = new RowSet(people.address(), people.reason());
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
            deliver(errand, dispatch, delivered);
        }
        if (!failed.isEmpty()) {
            fail(errand, dispatch, failed);
        }
        if (telling == Telling.EVERYBODY && !mentioned.isEmpty()) {
            failOthers(errand, dispatch, mentioned);
        }
        boolean over = switch (telling) {
            case EVERYBODY, NOTHING -> (waiting == 0 || recalled) && !reports.isEmpty();
            case NEWS -> !database.fetchExists(people.table(), sent(people, dispatch));
        };
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

    private void deliver(Errand errand, long dispatch, RowSet rows) {
        People people = errand.people();
        var given = rows.as("given");
        Integer[] moved = database.update(people.table())
                .set(people.state(), "delivered")
                .set(people.deliveredAt(), given.field(people.deliveredAt()))
                .from(given.table())
                .where(sent(people, dispatch))
                .and(people.address().eq(given.field(people.address())))
                .returning(people.customer())
                .fetch(people.customer())
                .toArray(Integer[]::new);
        event(errand, dispatch, moved, EventNames.MESSAGE_DELIVERED, "delivered", people.deliveredAt());
    }

    /// Those whom a cancellation still saved stand as cancelled; their timeline says that what was sent never came.
    private void fail(Errand errand, long dispatch, RowSet rows) {
        People people = errand.people();
        var given = rows.as("given");
        Field<String> reason = given.field(people.reason());
        Integer[] moved = database.update(people.table())
                .set(
                        people.state(),
                        DSL.when(reason.eq("recalled"), "cancelled").otherwise("failed"))
                .set(people.reason(), reason)
                .from(given.table())
                .where(sent(people, dispatch))
                .and(people.address().eq(given.field(people.address())))
                .returning(people.customer())
                .fetch(people.customer())
                .toArray(Integer[]::new);
        failure(errand, dispatch, moved);
    }

    private void failOthers(Errand errand, long dispatch, List<String> mentioned) {
        People people = errand.people();
        Integer[] moved = database.update(people.table())
                .set(people.state(), "failed")
                .set(people.reason(), "refused")
                .where(sent(people, dispatch))
                .and(people.address().ne(DSL.all(mentioned.toArray(String[]::new))))
                .returning(people.customer())
                .fetch(people.customer())
                .toArray(Integer[]::new);
        failure(errand, dispatch, moved);
    }

    private void failure(Errand errand, long dispatch, Integer[] moved) {
        contacts.forget(dispatch, moved);
        event(errand, dispatch, moved, EventNames.MESSAGE_FAILED, "failed", DSL.val(clock.instant()));
    }

    private static Condition sent(People people, long dispatch) {
        return people.dispatch().eq(dispatch).and(people.state().eq("sent"));
    }

    private void event(Errand errand, long dispatch, Integer[] customers, String name, String what, Field<Instant> at) {
        if (customers.length > 0) {
            People people = errand.people();
            Outbox.write(
                    database,
                    errand,
                    people.dispatch().eq(dispatch).and(people.customer().eq(DSL.any(customers))),
                    name,
                    what,
                    at);
        }
    }
}
