package io.waterwheel.loyalty.task;

import static io.waterwheel.loyalty.generated.Tables.GROWTH_DONE;
import static io.waterwheel.loyalty.generated.Tables.GROWTH_PROGRAMME;
import static io.waterwheel.loyalty.generated.Tables.TASK;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.TaskProblem;
import io.waterwheel.loyalty.generated.tables.records.GrowthProgrammeRecord;
import io.waterwheel.loyalty.reward.Reward;
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

/// What people do with growth programmes.
@Component
public class GrowthProgrammes {

    private final DSLContext database;
    private final TaskFaults faults;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final InstantSource clock;

    GrowthProgrammes(DSLContext database, TaskFaults faults, AuditTrail audit, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.faults = faults;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /// @throws Problem `invalid`, `task-name-taken`
    @Transactional
    public Growth create(Brand brand, NewGrowth growth) {
        GrowthProgrammeRecord row = database.newRecord(GROWTH_PROGRAMME);
        row.setBrandId(brand.id().value());
        row.setCreatedAt(clock.instant());
        return store(brand, row, growth, "growth-programme.create");
    }

    /// @throws Problem `not-found`, `invalid`, `task-name-taken`
    @Transactional
    public Growth change(Brand brand, long id, NewGrowth growth) {
        GrowthProgrammeRecord row = database.selectFrom(GROWTH_PROGRAMME)
                .where(GROWTH_PROGRAMME.ID.eq(id))
                .and(GROWTH_PROGRAMME.BRAND_ID.eq(brand.id().value()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> Tasks.missing("growth programme " + id));
        return store(brand, row, growth, "growth-programme.change");
    }

    private Growth store(Brand brand, GrowthProgrammeRecord row, NewGrowth growth, String what) {
        faults.refuse(brand, growth);
        row.setName(growth.name().strip());
        row.setText(growth.text().strip());
        row.setReward(JSONB.valueOf(json.writeValueAsString(growth.reward())));
        row.setActive(growth.active());
        try {
            row.store();
        } catch (DuplicateKeyException taken) {
            throw new Problem(TaskProblem.TASK_NAME_TAKEN, taken).with("name", row.getName());
        }
        audit.record(what, "growth-programme/" + row.getId(), Map.of("brand", brand.key()));
        return list(brand).stream()
                .filter(one -> one.id().equals(Long.toString(row.getId())))
                .findFirst()
                .orElseThrow();
    }

    /// The newest first.
    public List<Growth> list(Brand brand) {
        var tasks = database.selectCount()
                .from(TASK)
                .where(TASK.GROWTH_ID.eq(GROWTH_PROGRAMME.ID))
                .and(TASK.ACTIVE)
                .<Integer>asField("tasks");
        var done = database.select(DSL.countDistinct(GROWTH_DONE.CUSTOMER_NO))
                .from(GROWTH_DONE)
                .where(GROWTH_DONE.GROWTH_ID.eq(GROWTH_PROGRAMME.ID))
                .<Integer>asField("done");
        return database.select(GROWTH_PROGRAMME, tasks, done)
                .from(GROWTH_PROGRAMME)
                .where(GROWTH_PROGRAMME.BRAND_ID.eq(brand.id().value()))
                .orderBy(GROWTH_PROGRAMME.ID.desc())
                .fetch(row -> new Growth(
                        Long.toString(row.value1().getId()),
                        new NewGrowth(
                                row.value1().getName(),
                                row.value1().getText(),
                                json.readValue(row.value1().getReward().data(), Reward.class),
                                row.value1().getActive()),
                        row.value2(),
                        row.value3()));
    }
}
