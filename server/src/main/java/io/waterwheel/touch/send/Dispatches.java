package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.BROADCAST;
import static io.waterwheel.touch.generated.Tables.DISPATCH;
import static io.waterwheel.touch.generated.Tables.LINK;
import static io.waterwheel.touch.generated.Tables.MESSAGE;

import io.waterwheel.touch.policy.Contacts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The table of calls.
@Component
public class Dispatches {

    private final DSLContext database;
    private final Contacts contacts;
    private final SettledMessages settled;
    private final InstantSource clock;

    Dispatches(DSLContext database, Contacts contacts, SettledMessages settled, InstantSource clock) {
        this.database = database;
        this.contacts = contacts;
        this.settled = settled;
        this.clock = clock;
    }

    /// Forgets calls that were written down and never made, so that those they were for can be claimed again,
    /// but for messages that were taken back meanwhile.
    ///
    /// @return how many there were
    @Transactional
    public int dissolveReady(Errand errand) {
        return dissolve(errand, errand.calls());
    }

    /// The same for some of them.
    @Transactional
    public int dissolve(Errand errand, Condition which) {
        List<Long> ready = database.deleteFrom(DISPATCH)
                .where(which)
                .and(DISPATCH.STATE.eq("ready"))
                .returning(DISPATCH.ID)
                .fetch(DISPATCH.ID);
        if (!ready.isEmpty()) {
            Long[] ids = ready.toArray(Long[]::new);
            if (errand.broadcast() == null) {
                settled.withdrawnMeanwhile(errand, MESSAGE.DISPATCH_ID.eq(DSL.any(ids)));
            }
            People people = errand.people();
            database.update(people.table())
                    .setNull(people.dispatch())
                    .where(people.dispatch().eq(DSL.any(ids)))
                    .execute();
            database.deleteFrom(LINK).where(LINK.DISPATCH_ID.eq(DSL.any(ids))).execute();
            contacts.forget(ready);
        }
        return ready.size();
    }

    List<OpenCall> open(Errand errand) {
        return database.select(DISPATCH.ID, DISPATCH.SENDER, DISPATCH.CODE, DISPATCH.CALLED_AT)
                .from(DISPATCH)
                .where(errand.calls())
                .and(DISPATCH.STATE.eq("calling"))
                .orderBy(DISPATCH.ID)
                .fetch(row -> new OpenCall(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /// Writes down that the call is about to be made.
    ///
    /// @return when; null when it must not be made: somebody paused or cancelled the broadcast, or took a
    ///         message back
    @Nullable
    Instant calling(Errand errand, long dispatch) {
        Instant now = clock.instant();
        Condition wanted = errand.broadcast() == null
                ? DSL.trueCondition()
                : DSL.exists(DSL.selectOne()
                        .from(BROADCAST)
                        .where(BROADCAST.ID.eq(errand.broadcast()))
                        .and(BROADCAST.STATE.eq("sending")));
        int changed = database.update(DISPATCH)
                .set(DISPATCH.STATE, "calling")
                .set(DISPATCH.CALLED_AT, now)
                .where(DISPATCH.ID.eq(dispatch))
                .and(DISPATCH.STATE.eq("ready"))
                .and(wanted)
                .execute();
        return changed == 1 ? now : null;
    }

    /// The call was refused for now: it may be made again.
    void readyAgain(long dispatch) {
        database.update(DISPATCH)
                .set(DISPATCH.STATE, "ready")
                .where(DISPATCH.ID.eq(dispatch))
                .and(DISPATCH.STATE.eq("calling"))
                .execute();
    }

    /// It was left without an answer and will be made again with the same key. Whoever gets no other call may have
    /// been reached by this one.
    @Transactional
    public void unanswered(Errand errand, long dispatch) {
        People people = errand.people();
        database.update(people.table())
                .set(people.maybeCarried(), true)
                .where(people.dispatch().eq(dispatch))
                .and(people.state().eq("pending"))
                .execute();
    }

    @Nullable
    String code(long dispatch) {
        return database.select(DISPATCH.CODE)
                .from(DISPATCH)
                .where(DISPATCH.ID.eq(dispatch))
                .fetchOne(DISPATCH.CODE);
    }
}
