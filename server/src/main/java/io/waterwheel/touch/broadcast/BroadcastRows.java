package io.waterwheel.touch.broadcast;

import static io.waterwheel.touch.generated.Tables.BROADCAST;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.web.KeptProblem;
import io.waterwheel.touch.BroadcastId;
import io.waterwheel.touch.TouchProblem;
import io.waterwheel.touch.generated.tables.records.BroadcastRecord;
import io.waterwheel.touch.template.Template;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The table of broadcasts. Its state only moves along [BroadcastTransitions].
@Component
public class BroadcastRows {

    private final DSLContext database;
    private final InstantSource clock;
    private final JsonMapper json;

    BroadcastRows(DSLContext database, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    /// @throws Problem `not-found`
    public BroadcastRow get(Brand brand, BroadcastId id) {
        return BroadcastRow.of(record(brand, id));
    }

    BroadcastRecord record(Brand brand, BroadcastId id) {
        return database.selectFrom(BROADCAST)
                .where(BROADCAST.ID.eq(id.value()))
                .and(BROADCAST.BRAND_ID.eq(brand.id().value()))
                .fetchOptional()
                .orElseThrow(() -> missing(id));
    }

    /// Reads for a job, which knows the id from its own parameters; empty when it was deleted meanwhile.
    public Optional<BroadcastRow> find(long id) {
        return database.selectFrom(BROADCAST).where(BROADCAST.ID.eq(id)).fetchOptional(BroadcastRow::of);
    }

    public @Nullable BroadcastState state(long id) {
        String state = database.select(BROADCAST.STATE)
                .from(BROADCAST)
                .where(BROADCAST.ID.eq(id))
                .fetchOne(BROADCAST.STATE);
        return state == null ? null : BroadcastState.of(state);
    }

    /// Takes a step, or refuses it because of the state it is in. Locks the row for the rest of the transaction.
    ///
    /// @throws Problem `broadcast-state`
    BroadcastState take(Brand brand, BroadcastId id, BroadcastStep step) {
        BroadcastState from = database.select(BROADCAST.STATE)
                .from(BROADCAST)
                .where(BROADCAST.ID.eq(id.value()))
                .and(BROADCAST.BRAND_ID.eq(brand.id().value()))
                .forUpdate()
                .fetchOptional(row -> BroadcastState.of(row.value1()))
                .orElseThrow(() -> missing(id));
        BroadcastState to = BroadcastTransitions.next(from, step)
                .orElseThrow(() -> new Problem(TouchProblem.BROADCAST_STATE).with("state", from.code()));
        move(id.value(), step, to);
        return from;
    }

    /// Takes a step the machinery wishes to take, if the state still allows it.
    public boolean tryStep(long id, BroadcastStep step) {
        return BroadcastTransitions.before(step).stream()
                .flatMap(from -> BroadcastTransitions.next(from, step).stream())
                .distinct()
                .anyMatch(to -> move(id, step, to) == 1);
    }

    private int move(long id, BroadcastStep step, BroadcastState to) {
        Map<Field<?>, @Nullable Object> changes = new HashMap<>();
        changes.put(BROADCAST.STATE, to.code());
        Instant now = clock.instant();
        switch (step) {
            case PLAN -> {
                changes.put(BROADCAST.PLAN, null);
                changes.put(BROADCAST.PROBLEM, null);
                changes.put(BROADCAST.FINISHED_AT, null);
                changes.put(BROADCAST.PLANNED_BY, Actor.current().name());
                // An approval was given to the plan that goes now.
                changes.put(BROADCAST.ASKED_BY, null);
                changes.put(BROADCAST.ASKED_AT, null);
                changes.put(BROADCAST.DECIDED_BY, null);
                changes.put(BROADCAST.DECIDED_AT, null);
                changes.put(BROADCAST.DECISION_REASON, null);
            }
            case ASK -> {
                changes.put(BROADCAST.APPROVAL_ROUND, BROADCAST.APPROVAL_ROUND.plus(1));
                changes.put(BROADCAST.ASKED_BY, Actor.current().name());
                changes.put(BROADCAST.ASKED_AT, now);
            }
            case APPROVE, REFUSE -> {
                changes.put(BROADCAST.DECIDED_BY, Actor.current().name());
                changes.put(BROADCAST.DECIDED_AT, now);
            }
            case PLANNED -> changes.put(BROADCAST.PLANNED_AT, now);
            case START -> changes.put(BROADCAST.STARTED_AT, now);
            case RESUME -> changes.put(BROADCAST.PROBLEM, null);
            case CANCEL, FINISH, FAIL -> changes.put(BROADCAST.FINISHED_AT, now);
            case PAUSE, BLOCK -> {
                // Nothing else changes: it may go on at any time.
            }
        }
        return database.update(BROADCAST)
                .set(changes)
                .where(BROADCAST.ID.eq(id))
                .and(BROADCAST.STATE.in(BroadcastTransitions.before(step).stream()
                        .map(BroadcastState::code)
                        .toList()))
                .execute();
    }

    /// Those that are being planned or sent, with their jobs.
    public Map<BroadcastRow, UUID> working() {
        return database.selectFrom(BROADCAST)
                .where(BROADCAST.STATE.in(BroadcastState.PLANNING.code(), BroadcastState.SENDING.code()))
                .and(BROADCAST.JOB_ID.isNotNull())
                .fetchMap(BroadcastRow::of, row -> row.getJobId());
    }

    void job(long id, JobId job) {
        database.update(BROADCAST)
                .set(BROADCAST.JOB_ID, job.value())
                .where(BROADCAST.ID.eq(id))
                .execute();
    }

    public void problem(long id, Problem problem) {
        database.update(BROADCAST)
                .set(BROADCAST.PROBLEM, KeptProblem.stored(json, problem))
                .where(BROADCAST.ID.eq(id))
                .execute();
    }

    /// Keeps the texts as they are now, so that editing the template changes nothing that is planned.
    void freeze(long id, Template template, String segmentName) {
        database.update(BROADCAST)
                .set(BROADCAST.TEMPLATE_NAME, template.name())
                .set(BROADCAST.SEGMENT_NAME, segmentName)
                .set(BROADCAST.CHANNEL, template.channel().code())
                .set(BROADCAST.SUBJECT, template.subject())
                .set(BROADCAST.BODY, template.body())
                .set(BROADCAST.LINK_URL, template.linkUrl())
                .where(BROADCAST.ID.eq(id))
                .execute();
    }

    /// The plan of a broadcast whose state says that it has one.
    BroadcastPlan plan(BroadcastRecord row) {
        return json.readValue(Objects.requireNonNull(row.getPlan()).data(), BroadcastPlan.class);
    }

    void plan(long id, BroadcastPlan plan) {
        database.update(BROADCAST)
                .set(BROADCAST.PLAN, JSONB.valueOf(json.writeValueAsString(plan)))
                .where(BROADCAST.ID.eq(id))
                .execute();
    }

    private static Problem missing(BroadcastId id) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "broadcast " + id);
    }
}
