package io.waterwheel.wecom.handtask;

import static io.waterwheel.wecom.generated.Tables.HAND_TASK;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.Call;
import io.waterwheel.touch.CallNews;
import io.waterwheel.wecom.WecomProblem;
import io.waterwheel.wecom.generated.tables.records.HandTaskRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The table of what guides are to write by hand.
@Component
public class HandTasks {

    private static final int MOST_NOTE = 1_000;

    private final DSLContext database;
    private final Vault vault;
    private final AuditTrail audit;
    private final CallNews news;
    private final ApplicationEventPublisher events;
    private final HandTaskTiming timing;
    private final InstantSource clock;

    HandTasks(
            DSLContext database,
            Vault vault,
            AuditTrail audit,
            CallNews news,
            ApplicationEventPublisher events,
            HandTaskTiming timing,
            InstantSource clock) {
        this.database = database;
        this.vault = vault;
        this.audit = audit;
        this.news = news;
        this.events = events;
        this.timing = timing;
        this.clock = clock;
    }

    /// A group to post to.
    ///
    /// @param key the task's own
    public record Posting(String key, String guide, String chat) {}

    /// One task for each recipient, all in one statement. Asked for twice, a task is made once.
    void write(Brand brand, Call call, String guide) {
        RowSet rows = new RowSet(
                HAND_TASK.TASK_KEY,
                HAND_TASK.GUIDE,
                HAND_TASK.CUSTOMER_NO,
                HAND_TASK.ADDRESS,
                HAND_TASK.CHAT_ID,
                HAND_TASK.SEALED_WORDS);
        for (Call.To to : call.recipients()) {
            rows.row(to.key(), guide, to.customer().value(), to.address(), null, vault.seal(to.text()));
        }
        add(brand, HandTaskKind.WRITE, call.key(), rows, clock.instant().plus(timing.time()));
    }

    /// The same for groups, in the caller's transaction.
    ///
    /// @param request what asks for them, by a key of its own
    public void post(Brand brand, String request, Collection<Posting> groups, String words, Instant dueAt) {
        RowSet rows = new RowSet(
                HAND_TASK.TASK_KEY,
                HAND_TASK.GUIDE,
                HAND_TASK.CUSTOMER_NO,
                HAND_TASK.ADDRESS,
                HAND_TASK.CHAT_ID,
                HAND_TASK.SEALED_WORDS);
        String sealed = vault.seal(words);
        groups.forEach(group -> rows.row(group.key(), group.guide(), null, null, group.chat(), sealed));
        add(brand, HandTaskKind.POST, request, rows, dueAt);
    }

    private void add(Brand brand, HandTaskKind kind, String request, RowSet rows, Instant dueAt) {
        if (rows.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        RowSet.Given given = rows.as("given");
        database.insertInto(
                        HAND_TASK,
                        HAND_TASK.BRAND_ID,
                        HAND_TASK.KIND,
                        HAND_TASK.TASK_KEY,
                        HAND_TASK.REQUEST,
                        HAND_TASK.GUIDE,
                        HAND_TASK.CUSTOMER_NO,
                        HAND_TASK.ADDRESS,
                        HAND_TASK.CHAT_ID,
                        HAND_TASK.SEALED_WORDS,
                        HAND_TASK.STATE,
                        HAND_TASK.DUE_AT,
                        HAND_TASK.CREATED_AT,
                        HAND_TASK.TELL_AT)
                .select(DSL.select(
                                DSL.val(brand.id().value()),
                                DSL.val(kind.code()),
                                given.field(HAND_TASK.TASK_KEY),
                                DSL.val(request),
                                given.field(HAND_TASK.GUIDE),
                                given.field(HAND_TASK.CUSTOMER_NO),
                                given.field(HAND_TASK.ADDRESS),
                                given.field(HAND_TASK.CHAT_ID),
                                given.field(HAND_TASK.SEALED_WORDS),
                                DSL.val(HandTaskState.OPEN.code()),
                                DSL.val(dueAt, HAND_TASK.DUE_AT),
                                DSL.val(now, HAND_TASK.CREATED_AT),
                                DSL.val(now, HAND_TASK.TELL_AT))
                        .from(given.table()))
                .onConflictDoNothing()
                .execute();
    }

    boolean made(Brand brand, String request) {
        return database.fetchExists(HAND_TASK, asked(brand, request));
    }

    /// All tasks of one request; those that nobody did in time are ended first.
    public List<HandTaskRecord> of(Brand brand, String request) {
        database.update(HAND_TASK)
                .set(HAND_TASK.STATE, HandTaskState.EXPIRED.code())
                .setNull(HAND_TASK.TELL_AT)
                .where(asked(brand, request))
                .and(HAND_TASK.STATE.eq(HandTaskState.OPEN.code()))
                .and(HAND_TASK.DUE_AT.lt(clock.instant()))
                .execute();
        return database.selectFrom(HAND_TASK).where(asked(brand, request)).fetch();
    }

    /// Takes back what nobody has done yet.
    public void recall(Brand brand, String request) {
        database.update(HAND_TASK)
                .set(HAND_TASK.STATE, HandTaskState.RECALLED.code())
                .setNull(HAND_TASK.TELL_AT)
                .where(asked(brand, request))
                .and(HAND_TASK.STATE.eq(HandTaskState.OPEN.code()))
                .execute();
    }

    private static Condition asked(Brand brand, String request) {
        return HAND_TASK.BRAND_ID.eq(brand.id().value()).and(HAND_TASK.REQUEST.eq(request));
    }

    /// Writes down what came of a task. One whose time is over may still be told of, as long as nobody has
    /// taken it back.
    ///
    /// @throws Problem `not-found`, `hand-task-done`, `invalid`
    @Transactional
    public HandTaskRecord finish(Brand brand, long id, NewHandTaskResult told) {
        String note = note(told.note());
        HandTaskRecord row = database.selectFrom(HAND_TASK)
                .where(HAND_TASK.ID.eq(id))
                .and(HAND_TASK.BRAND_ID.eq(brand.id().value()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "hand task " + id));
        if (!told.result().fits(HandTaskKind.of(row.getKind()))) {
            throw new Problem(KernelProblem.INVALID)
                    .at("/result", "unknown", new Text("这种任务没有这个结果", "a task of this kind does not end so"));
        }
        HandTaskState state = HandTaskState.of(row.getState());
        if (state == HandTaskState.DONE || state == HandTaskState.RECALLED) {
            throw new Problem(WecomProblem.HAND_TASK_DONE);
        }
        row.setState(HandTaskState.DONE.code());
        row.setResult(told.result().code());
        row.setSealedNote(note == null ? null : vault.seal(note));
        row.setDoneAt(clock.instant());
        row.setDoneBy(Actor.current().name());
        row.setTellAt(null);
        row.store();
        news.came(List.of(row.getRequest()));
        events.publishEvent(new HandTaskFinished(brand.id(), row.getRequest()));
        audit.record(
                "hand-task.finish",
                "hand-task/" + id,
                Map.of("result", told.result().code()));
        return row;
    }

    private static @Nullable String note(@Nullable String told) {
        String note = told == null || told.isBlank() ? null : told.strip();
        if (note != null && note.length() > MOST_NOTE) {
            throw new Problem(KernelProblem.INVALID).outside("/note", "length", 0, MOST_NOTE);
        }
        return note;
    }
}
