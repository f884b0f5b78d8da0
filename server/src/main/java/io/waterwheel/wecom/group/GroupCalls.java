package io.waterwheel.wecom.group;

import static io.waterwheel.wecom.generated.Tables.GROUP_CALL;
import static io.waterwheel.wecom.generated.Tables.GROUP_SEND;
import static io.waterwheel.wecom.generated.Tables.GROUP_SEND_CHAT;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.web.KeptProblem;
import io.waterwheel.wecom.asked.Again;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What owners are asked for, and where each stands. Every step is one transaction that only the state before
/// it allows, so that two nodes, or one after a kill, cannot take it twice:
///
/// planned → calling → created → ended, calling → planned when the call was certainly not carried, and →
/// failed.
@Component
class GroupCalls {

    private static final int BATCH = 50;

    /// Longer than a step takes; then another node may try.
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration FIRST_LOOK = Duration.ofSeconds(3);

    private final DSLContext database;
    private final JsonMapper json;
    private final InstantSource clock;

    GroupCalls(DSLContext database, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /// @param until until when owners have time
    record Due(
            long id,
            long send,
            BrandId brand,
            String owner,
            String state,
            @Nullable String msgid,
            @Nullable Instant calledAt,
            @Nullable Instant createdAt,
            int attempts,
            String words,
            boolean byHand,
            Instant until,
            boolean cancelled) {}

    /// What became of a send in one group.
    ///
    /// @param state  confirmed, failed or cancelled
    /// @param reason null when confirmed
    record Became(String state, @Nullable String reason, Instant at) {}

    /// Takes the next ones; another node that looks at the same time gets others.
    @Transactional
    public List<Due> take() {
        Instant now = clock.instant();
        var due = database.select()
                .from(GROUP_CALL)
                .join(GROUP_SEND)
                .on(GROUP_SEND.ID.eq(GROUP_CALL.SEND_ID))
                .where(GROUP_CALL.DUE_AT.le(now))
                .orderBy(GROUP_CALL.DUE_AT)
                .limit(BATCH)
                .forUpdate()
                .of(GROUP_CALL)
                .skipLocked()
                .fetch(row -> new Due(
                        row.get(GROUP_CALL.ID),
                        row.get(GROUP_CALL.SEND_ID),
                        new BrandId(row.get(GROUP_CALL.BRAND_ID)),
                        row.get(GROUP_CALL.OWNER),
                        row.get(GROUP_CALL.STATE),
                        row.get(GROUP_CALL.MSGID),
                        row.get(GROUP_CALL.CALLED_AT),
                        row.get(GROUP_CALL.CREATED_AT),
                        row.get(GROUP_CALL.ATTEMPTS),
                        row.get(GROUP_SEND.WORDS),
                        row.get(GROUP_SEND.BY_HAND),
                        row.get(GROUP_SEND.DUE_AT),
                        row.get(GROUP_SEND.CANCELLED)));
        database.update(GROUP_CALL)
                .set(GROUP_CALL.DUE_AT, now.plus(LEASE))
                .where(GROUP_CALL.ID.eq(DSL.any(due.stream().map(Due::id).toArray(Long[]::new))))
                .execute();
        return due;
    }

    /// The groups of a call that are in that state.
    List<String> chats(Due call, String state) {
        return database.select(GROUP_SEND_CHAT.CHAT_ID)
                .from(GROUP_SEND_CHAT)
                .where(GROUP_SEND_CHAT.CALL_ID.eq(call.id()))
                .and(GROUP_SEND_CHAT.STATE.eq(state))
                .orderBy(GROUP_SEND_CHAT.CHAT_ID)
                .fetch(GROUP_SEND_CHAT.CHAT_ID);
    }

    /// The call is about to be made.
    ///
    /// @return whether it may be
    boolean begin(Due call) {
        return database.update(GROUP_CALL)
                        .set(GROUP_CALL.STATE, "calling")
                        .set(GROUP_CALL.CALLED_AT, clock.instant())
                        .set(GROUP_CALL.ATTEMPTS, GROUP_CALL.ATTEMPTS.plus(1))
                        .where(is(call, "planned"))
                        .execute()
                == 1;
    }

    /// WeCom, or the phone page, has it: it waits for the owner.
    ///
    /// @param refused groups that were not taken
    @Transactional
    public void created(Due call, @Nullable String msgid, Collection<String> refused) {
        Instant now = clock.instant();
        int changed = database.update(GROUP_CALL)
                .set(GROUP_CALL.STATE, "created")
                .set(GROUP_CALL.MSGID, msgid)
                .set(GROUP_CALL.CREATED_AT, now)
                .set(GROUP_CALL.DUE_AT, now.plus(FIRST_LOOK))
                .setNull(GROUP_CALL.PROBLEM)
                .where(is(call, "calling"))
                .execute();
        if (changed == 1) {
            String[] not = refused.toArray(String[]::new);
            move(call, "planned", GROUP_SEND_CHAT.CHAT_ID.eq(DSL.any(not)), new Became("failed", "refused", now));
            move(call, "planned", DSL.noCondition(), new Became("created", null, now));
        }
    }

    /// It will never be taken.
    @Transactional
    public void failed(Due call, String reason) {
        Instant now = clock.instant();
        int changed = database.update(GROUP_CALL)
                .set(GROUP_CALL.STATE, "failed")
                .set(GROUP_CALL.REASON, reason)
                .setNull(GROUP_CALL.DUE_AT)
                .where(is(call, call.state().equals("planned") ? "calling" : call.state()))
                .execute();
        if (changed == 1) {
            var open = GROUP_SEND_CHAT.STATE.in("planned", "created");
            move(call, null, open, new Became("failed", reason, now));
            endIfOver(database, call.send(), now);
        }
    }

    /// The call was certainly not carried: it is made again, unless the send was cancelled meanwhile.
    ///
    /// @param why null when it is made again at once
    @Transactional
    public void back(Due call, @Nullable Problem why, Duration least) {
        Instant now = clock.instant();
        boolean over = database.select(GROUP_SEND.CANCELLED)
                .from(GROUP_SEND)
                .where(GROUP_SEND.ID.eq(call.send()))
                .forShare()
                .fetchSingle(GROUP_SEND.CANCELLED);
        int changed = database.update(GROUP_CALL)
                .set(GROUP_CALL.STATE, over ? "ended" : "planned")
                .set(
                        GROUP_CALL.DUE_AT,
                        over ? null : now.plus(why == null ? Duration.ZERO : Again.pause(call.attempts(), least)))
                .set(GROUP_CALL.PROBLEM, KeptProblem.stored(json, why))
                .where(is(call, "calling"))
                .execute();
        if (changed == 1 && over) {
            move(call, "planned", DSL.noCondition(), new Became("cancelled", null, now));
            endIfOver(database, call.send(), now);
        }
    }

    /// Looks again then.
    void wait(Due call, Instant when, @Nullable Problem why) {
        database.update(GROUP_CALL)
                .set(GROUP_CALL.DUE_AT, when)
                .set(GROUP_CALL.PROBLEM, KeptProblem.stored(json, why))
                .where(GROUP_CALL.ID.eq(call.id()))
                .and(GROUP_CALL.DUE_AT.isNotNull())
                .execute();
    }

    /// Takes over what became of groups that waited for their owner; looks again then if some still wait.
    @Transactional
    public void apply(Due call, Map<String, Became> became, Instant next) {
        Instant now = clock.instant();
        became.forEach((chat, what) -> move(call, "created", GROUP_SEND_CHAT.CHAT_ID.eq(chat), what));
        boolean waits = database.fetchExists(
                GROUP_SEND_CHAT, GROUP_SEND_CHAT.CALL_ID.eq(call.id()).and(GROUP_SEND_CHAT.STATE.eq("created")));
        database.update(GROUP_CALL)
                .set(GROUP_CALL.STATE, waits ? "created" : "ended")
                .set(GROUP_CALL.DUE_AT, waits ? next : null)
                .setNull(GROUP_CALL.PROBLEM)
                .where(is(call, "created"))
                .execute();
        endIfOver(database, call.send(), now);
    }

    private void move(Due call, @Nullable String from, Condition which, Became became) {
        database.update(GROUP_SEND_CHAT)
                .set(GROUP_SEND_CHAT.STATE, became.state())
                .set(GROUP_SEND_CHAT.REASON, became.reason())
                .set(GROUP_SEND_CHAT.AT, became.at())
                .where(GROUP_SEND_CHAT.CALL_ID.eq(call.id()))
                .and(from == null ? DSL.noCondition() : GROUP_SEND_CHAT.STATE.eq(from))
                .and(which)
                .execute();
    }

    static void endIfOver(DSLContext database, long send, Instant now) {
        database.update(GROUP_SEND)
                .set(GROUP_SEND.ENDED_AT, now)
                .where(GROUP_SEND.ID.eq(send))
                .and(GROUP_SEND.ENDED_AT.isNull())
                .andNotExists(DSL.selectOne()
                        .from(GROUP_CALL)
                        .where(GROUP_CALL.SEND_ID.eq(send))
                        .and(GROUP_CALL.STATE.in("planned", "calling", "created")))
                .execute();
    }

    /// Which messages of WeCom are known to be ours.
    boolean known(Due call, String msgid) {
        return database.fetchExists(
                GROUP_CALL, GROUP_CALL.BRAND_ID.eq(call.brand().value()).and(GROUP_CALL.MSGID.eq(msgid)));
    }

    private static Condition is(Due call, String state) {
        return GROUP_CALL.ID.eq(call.id()).and(GROUP_CALL.STATE.eq(state));
    }
}
