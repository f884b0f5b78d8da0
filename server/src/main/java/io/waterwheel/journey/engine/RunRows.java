package io.waterwheel.journey.engine;

import static io.waterwheel.journey.generated.Tables.RUN;
import static io.waterwheel.journey.generated.Tables.RUN_WAIT;
import static io.waterwheel.journey.generated.Tables.SAVED_JOURNEY;

import io.waterwheel.access.Brands;
import io.waterwheel.journey.course.EndReason;
import io.waterwheel.journey.course.Waiting;
import io.waterwheel.journey.generated.tables.records.RunRecord;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.postgres.RowSet;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes runs, many in one statement. Whoever moves runs holds their rows until the transaction
/// ends.
@Component
class RunRows {

    private static final TypeReference<Map<String, String>> CONTEXT = new TypeReference<>() {};
    private static final JSONB NOTHING = JSONB.valueOf("{}");

    private final Brands brands;
    private final JsonMapper json;

    RunRows(Brands brands, JsonMapper json) {
        this.brands = brands;
        this.json = json;
    }

    /// An event somebody may wait for.
    record Awaited(short brand, String event, int customer) {}

    /// The runs that wait for any of the events, found by the index of waits alone.
    List<Run> waiting(DSLContext transaction, Collection<Awaited> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        RowSet rows = new RowSet(RUN_WAIT.BRAND_ID, RUN_WAIT.EVENT, RUN_WAIT.CUSTOMER_NO);
        events.forEach(event -> rows.row(event.brand, event.event, event.customer));
        RowSet.Given given = rows.as("happened");
        List<Long> ids = transaction
                .selectDistinct(RUN_WAIT.RUN_ID)
                .from(given.table())
                .join(RUN_WAIT)
                .on(RUN_WAIT.BRAND_ID.eq(given.field(RUN_WAIT.BRAND_ID)))
                .and(RUN_WAIT.EVENT.eq(given.field(RUN_WAIT.EVENT)))
                .and(RUN_WAIT.CUSTOMER_NO.eq(given.field(RUN_WAIT.CUSTOMER_NO)))
                .fetch(RUN_WAIT.RUN_ID);
        return ids.isEmpty() ? List.of() : these(transaction, ids, DSL.noCondition());
    }

    /// Every batch touches some thousand rows of tables of millions, found by index. From some number on
    /// PostgreSQL would rather read the whole table, which costs the more the more people are inside; so it is
    /// told not to, until the transaction ends.
    static void byIndex(DSLContext transaction) {
        transaction.fetch(
                "select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)");
    }

    /// When the first of a journey of an outer query is due: one look into an index. Asked whether anybody is,
    /// PostgreSQL would go through the whole table, because it expects to meet one soon.
    static Field<Instant> firstDue() {
        return DSL.field(DSL.select(DSL.min(RUN.DUE_AT)).from(RUN).where(RUN.JOURNEY_ID.eq(SAVED_JOURNEY.ID)));
    }

    /// Runs of a journey for which the time has come, those that waited longest first; those another worker
    /// holds are left to it.
    List<Run> due(DSLContext transaction, long journey, Instant clock, int limit) {
        return transaction
                .selectFrom(RUN)
                .where(RUN.JOURNEY_ID.eq(journey))
                .and(RUN.DUE_AT.le(clock))
                .orderBy(RUN.DUE_AT)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(this::run);
    }

    /// Some of those still inside.
    List<Run> inside(DSLContext transaction, long journey, int limit) {
        return transaction
                .selectFrom(RUN)
                .where(RUN.JOURNEY_ID.eq(journey))
                .and(RUN.STATE.ne(DSL.inline(RunState.ENDED.code())))
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(this::run);
    }

    /// @param more which of them
    List<Run> these(DSLContext transaction, Collection<Long> ids, Condition more) {
        return transaction
                .selectFrom(RUN)
                .where(RUN.ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .and(more)
                .orderBy(RUN.ID)
                .forUpdate()
                .fetch(this::run);
    }

    Run run(RunRecord row) {
        String context = row.getContext().data();
        Run run = new Run(
                brands.get(new BrandId(row.getBrandId())),
                row.getJourneyId(),
                row.getVersion(),
                row.getCustomerNo(),
                row.getEntryKey(),
                row.getOccasion(),
                context.length() <= 2 ? Map.of() : json.readValue(context, CONTEXT),
                row.getEnteredAt(),
                row.getNode());
        run.id = row.getId();
        run.state = RunState.of(row.getState());
        run.waiting = Waiting.of(row.getWaiting());
        run.pending = row.getPending();
        run.dueAt = row.getDueAt();
        run.heldMillis = row.getHeldMillis();
        run.passed = row.getPassed();
        run.control = row.getControl();
        run.movedAt = row.getMovedAt();
        run.goalAt = row.getGoalAt();
        run.endedAt = row.getEndedAt();
        run.reason = row.getEndReason() == null ? null : EndReason.of(row.getEndReason());
        return run;
    }

    /// Writes new runs; whoever came in meanwhile by the same occasion, or is in already, does not come in
    /// again.
    ///
    /// @return those that are in now, with their ids
    Set<Run> insert(DSLContext transaction, List<Run> entered) {
        if (entered.isEmpty()) {
            return Set.of();
        }
        long[] ids = transaction
                .select(DSL.field("nextval(pg_get_serial_sequence('journey.run', 'id'))", SQLDataType.BIGINT))
                .from("generate_series(1, {0})", DSL.val(entered.size()))
                .fetch(0, Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
        Field<?>[] columns = RUN.fields();
        RowSet rows = new RowSet(columns);
        Map<Long, Run> byId = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            Run run = entered.get(i);
            run.id = ids[i];
            byId.put(run.id, run);
            RunRecord row = record(transaction, run);
            Object[] values = new Object[columns.length];
            for (int column = 0; column < columns.length; column++) {
                values[column] = row.get(columns[column]);
            }
            rows.row(values);
        }
        RowSet.Given given = rows.as("given");
        Set<Run> in = new HashSet<>();
        transaction
                .insertInto(RUN, columns)
                .select(DSL.select(given.fields())
                        .from(given.table())
                        .orderBy(
                                given.field(RUN.JOURNEY_ID),
                                given.field(RUN.CUSTOMER_NO),
                                given.field(RUN.ENTRY_KEY),
                                given.field(RUN.ID)))
                .onConflictDoNothing()
                .returning(RUN.ID)
                .fetch(RUN.ID)
                .forEach(id -> in.add(Objects.requireNonNull(byId.get(id))));
        return in;
    }

    private RunRecord record(DSLContext transaction, Run run) {
        RunRecord row = transaction.newRecord(RUN);
        row.setId(run.id);
        row.setBrandId(run.brand.id().value());
        row.setJourneyId(run.journey);
        row.setVersion(run.version);
        row.setCustomerNo(run.customer);
        row.setEntryKey(run.key);
        row.setOccasion(run.occasion);
        row.setNode(run.node);
        row.setState(run.state.code());
        row.setWaiting(run.waiting.code());
        row.setPending(run.pending);
        row.setDueAt(run.dueAt);
        row.setHeldMillis(run.heldMillis);
        row.setPassed(run.passed);
        row.setControl(run.control);
        row.setContext(run.context.isEmpty() ? NOTHING : JSONB.valueOf(json.writeValueAsString(run.context)));
        row.setEnteredAt(run.enteredAt);
        row.setMovedAt(run.movedAt);
        row.setGoalAt(run.goalAt);
        row.setEndedAt(run.endedAt);
        row.setEndReason(run.reason == null ? null : run.reason.code());
        return row;
    }

    void update(DSLContext transaction, Collection<Run> changed) {
        if (changed.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet(
                RUN.ID,
                RUN.NODE,
                RUN.STATE,
                RUN.WAITING,
                RUN.PENDING,
                RUN.DUE_AT,
                RUN.HELD_MILLIS,
                RUN.PASSED,
                RUN.CONTROL,
                RUN.MOVED_AT,
                RUN.GOAL_AT,
                RUN.ENDED_AT,
                RUN.END_REASON);
        changed.forEach(run -> rows.row(
                run.id,
                run.node,
                run.state.code(),
                run.waiting.code(),
                run.pending,
                run.dueAt,
                run.heldMillis,
                run.passed,
                run.control,
                run.movedAt,
                run.goalAt,
                run.endedAt,
                run.reason == null ? null : run.reason.code()));
        RowSet.Given given = rows.as("given");
        transaction
                .update(RUN)
                .set(RUN.NODE, given.field(RUN.NODE))
                .set(RUN.STATE, given.field(RUN.STATE))
                .set(RUN.WAITING, given.field(RUN.WAITING))
                .set(RUN.PENDING, given.field(RUN.PENDING))
                .set(RUN.DUE_AT, given.field(RUN.DUE_AT))
                .set(RUN.HELD_MILLIS, given.field(RUN.HELD_MILLIS))
                .set(RUN.PASSED, given.field(RUN.PASSED))
                .set(RUN.CONTROL, given.field(RUN.CONTROL))
                .set(RUN.MOVED_AT, given.field(RUN.MOVED_AT))
                .set(RUN.GOAL_AT, given.field(RUN.GOAL_AT))
                .set(RUN.ENDED_AT, given.field(RUN.ENDED_AT))
                .set(RUN.END_REASON, given.field(RUN.END_REASON))
                .from(given.table())
                .where(RUN.ID.eq(given.field(RUN.ID)))
                .execute();
    }
}
