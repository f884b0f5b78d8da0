package io.waterwheel.journey.people;

import static io.waterwheel.journey.generated.Tables.GUIDE_TASK;
import static io.waterwheel.journey.generated.Tables.SAVED_JOURNEY;

import io.waterwheel.access.Brand;
import io.waterwheel.journey.JourneyProblem;
import io.waterwheel.journey.engine.RunAnswers;
import io.waterwheel.journey.language.GuideWork;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.InstantSource;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What guides are asked to do, and that they did it.
@Component
public class GuideTasks {

    private final DSLContext database;
    private final GuideTaskRows rows;
    private final RunAnswers answers;
    private final AuditTrail audit;
    private final InstantSource clock;

    GuideTasks(DSLContext database, GuideTaskRows rows, RunAnswers answers, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.rows = rows;
        this.answers = answers;
        this.audit = audit;
        this.clock = clock;
    }

    /// Open tasks, the most urgent first.
    public Page<GuideTask> open(Brand brand, PageRequest request) {
        Cursor cursor = Cursor.decode(request.cursor(), 2);
        var found = database.select()
                .from(GUIDE_TASK)
                .join(SAVED_JOURNEY)
                .on(SAVED_JOURNEY.ID.eq(GUIDE_TASK.JOURNEY_ID))
                .where(GUIDE_TASK.BRAND_ID.eq(brand.id().value()))
                .and(GUIDE_TASK.STATE.eq(DSL.inline("open")))
                .and(
                        cursor == null
                                ? DSL.noCondition()
                                : DSL.row(GUIDE_TASK.DUE_AT, GUIDE_TASK.ID).gt(cursor.instant(0), cursor.number(1)))
                .orderBy(GUIDE_TASK.DUE_AT, GUIDE_TASK.ID)
                .limit(request.size() + 1)
                .fetch();
        return Page.of(rows.tasks(brand, found), request.size(), task -> Cursor.of(task.dueAt(), task.id()));
    }

    /// It is done; the customer goes on.
    ///
    /// @throws Problem `not-found`, `guide-task-closed`
    @Transactional
    public void done(Brand brand, long id) {
        var task = database.selectFrom(GUIDE_TASK)
                .where(GUIDE_TASK.ID.eq(id))
                .and(GUIDE_TASK.BRAND_ID.eq(brand.id().value()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "guide task " + id));
        if (!task.getState().equals("open")) {
            throw new Problem(JourneyProblem.GUIDE_TASK_CLOSED).with("state", task.getState());
        }
        task.setState("done");
        task.setDoneAt(clock.instant());
        task.setDoneBy(Actor.current().name());
        task.update();
        answers.add(task.getRunId(), task.getNumber(), GuideWork.DONE, null);
        audit.record("guide-task.done", "guide-task/" + id, Map.of("brand", brand.key()));
    }
}
