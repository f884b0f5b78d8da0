package io.waterwheel.loyalty.task;

import static io.waterwheel.loyalty.generated.Tables.GROWTH_PROGRAMME;
import static io.waterwheel.loyalty.generated.Tables.TASK;
import static io.waterwheel.loyalty.generated.Tables.TASK_DONE;
import static io.waterwheel.loyalty.generated.Tables.TASK_HIT;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.TaskProblem;
import io.waterwheel.loyalty.generated.tables.records.TaskRecord;
import io.waterwheel.loyalty.reward.Begun;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What people do with tasks.
@Component
public class Tasks {

    private final DSLContext database;
    private final TaskFaults faults;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final InstantSource clock;

    Tasks(DSLContext database, TaskFaults faults, AuditTrail audit, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.faults = faults;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /// Writes it down, switched off.
    ///
    /// @throws Problem `invalid`, `not-found` of the growth programme, `task-name-taken`
    @Transactional
    public Task create(Brand brand, NewTask task) {
        TaskRecord row = database.newRecord(TASK);
        row.setBrandId(brand.id().value());
        row.setActive(false);
        row.setCreatedAt(clock.instant());
        fill(brand, row, task);
        audit.record("task.create", "task/" + row.getId(), Map.of("brand", brand.key()));
        return get(brand, row.getId());
    }

    /// Once it was on or something counted towards it, what members are at does not change under them: its words,
    /// its end and which of its events count may still, from now on.
    ///
    /// @throws Problem `not-found`, `invalid`, `task-begun`, `task-name-taken`
    @Transactional
    public Task change(Brand brand, long id, NewTask task) {
        TaskRecord row = locked(brand, id);
        JSONB told = row.getDefinition();
        if (row.getActive() || database.fetchExists(TASK_HIT, TASK_HIT.TASK_ID.eq(id))) {
            refuseBegun(row, task);
        }
        fill(brand, row, task);
        audit.record("task.change", "task/" + id, Map.of("brand", brand.key(), "was", told.data()));
        return get(brand, id);
    }

    private void refuseBegun(TaskRecord row, NewTask task) {
        TaskDefinition was = definition(row);
        TaskDefinition becomes = task.definition();
        String growth = row.getGrowthId() == null ? null : Long.toString(row.getGrowthId());
        new Begun(TaskProblem.TASK_BEGUN)
                .fixed("/growth", growth, task.growth())
                .fixed(
                        "/definition/event/event",
                        was.event().event(),
                        becomes.event().event())
                .fixed("/definition/times", was.times(), becomes.times())
                .fixed("/definition/per", was.per(), becomes.per())
                .fixed("/definition/withinDays", was.withinDays(), becomes.withinDays())
                .fixed("/definition/from", was.from(), becomes.from())
                .fixed("/definition/reward", was.reward(), becomes.reward())
                .throwIfFaulty();
    }

    /// What happens from now on counts.
    ///
    /// @throws Problem `not-found`
    @Transactional
    public Task turn(Brand brand, long id, boolean active) {
        TaskRecord row = locked(brand, id);
        if (row.getActive() != active) {
            row.setActive(active);
            row.setActiveFrom(active ? clock.instant() : row.getActiveFrom());
            row.update();
            audit.record(active ? "task.start" : "task.stop", "task/" + id, Map.of("brand", brand.key()));
        }
        return get(brand, id);
    }

    /// @throws Problem `not-found`
    public Task get(Brand brand, long id) {
        return list(brand).stream()
                .filter(task -> task.id().equals(Long.toString(id)))
                .findFirst()
                .orElseThrow(() -> missing("task " + id));
    }

    /// Those that are on first, then the newest first.
    public List<Task> list(Brand brand) {
        var done = database.select(TASK_DONE.TASK_ID, DSL.count(), DSL.countDistinct(TASK_DONE.CUSTOMER_NO))
                .from(TASK_DONE)
                .join(TASK)
                .on(TASK.ID.eq(TASK_DONE.TASK_ID))
                .where(TASK.BRAND_ID.eq(brand.id().value()))
                .groupBy(TASK_DONE.TASK_ID)
                .fetchMap(TASK_DONE.TASK_ID);
        return database.selectFrom(TASK)
                .where(TASK.BRAND_ID.eq(brand.id().value()))
                .orderBy(TASK.ACTIVE.desc(), TASK.ID.desc())
                .fetch(row -> {
                    var counted = done.get(row.getId());
                    return new Task(
                            Long.toString(row.getId()),
                            new NewTask(
                                    row.getName(),
                                    row.getGrowthId() == null ? null : Long.toString(row.getGrowthId()),
                                    definition(row)),
                            row.getActive(),
                            row.getActiveFrom(),
                            counted == null ? 0 : counted.value2(),
                            counted == null ? 0 : counted.value3(),
                            row.getCreatedAt());
                });
    }

    private TaskDefinition definition(TaskRecord row) {
        return json.readValue(row.getDefinition().data(), TaskDefinition.class);
    }

    private void fill(Brand brand, TaskRecord row, NewTask task) {
        faults.refuse(brand, task);
        Long growth = task.growth() == null ? null : TaskIds.number(task.growth());
        if (growth != null
                && !database.fetchExists(
                        GROWTH_PROGRAMME,
                        GROWTH_PROGRAMME
                                .ID
                                .eq(growth)
                                .and(GROWTH_PROGRAMME.BRAND_ID.eq(brand.id().value())))) {
            throw missing("growth programme " + growth);
        }
        row.setName(task.name().strip());
        row.setGrowthId(growth);
        row.setDefinition(JSONB.valueOf(json.writeValueAsString(task.definition())));
        row.setEvent(task.definition().event().event());
        try {
            row.store();
        } catch (DuplicateKeyException taken) {
            throw new Problem(TaskProblem.TASK_NAME_TAKEN, taken).with("name", row.getName());
        }
    }

    private TaskRecord locked(Brand brand, long id) {
        return database.selectFrom(TASK)
                .where(TASK.ID.eq(id))
                .and(TASK.BRAND_ID.eq(brand.id().value()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> missing("task " + id));
    }

    static Problem missing(String what) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", what);
    }
}
