package io.waterwheel.journey.people;

import static io.waterwheel.journey.generated.Tables.POISON;
import static io.waterwheel.journey.generated.Tables.RUN;
import static io.waterwheel.journey.generated.Tables.SAVED_JOURNEY;

import io.waterwheel.access.Brand;
import io.waterwheel.journey.JourneyId;
import io.waterwheel.journey.JourneyProblem;
import io.waterwheel.journey.engine.RunHandling;
import io.waterwheel.journey.engine.RunState;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where a person decides about runs that were put aside.
@Component
public class AsideDesk {

    private final DSLContext database;
    private final RunHandling handling;
    private final AuditTrail audit;

    AsideDesk(DSLContext database, RunHandling handling, AuditTrail audit) {
        this.database = database;
        this.handling = handling;
        this.audit = audit;
    }

    /// The newest first.
    ///
    /// @param journey of which journey; null for all
    public Page<AsideRun> list(Brand brand, @Nullable JourneyId journey, PageRequest request) {
        Cursor cursor = Cursor.decode(request.cursor(), 2);
        List<AsideRun> rows = database.select()
                .from(POISON)
                .join(RUN)
                .on(RUN.ID.eq(POISON.RUN_ID))
                .join(SAVED_JOURNEY)
                .on(SAVED_JOURNEY.ID.eq(POISON.JOURNEY_ID))
                .where(POISON.BRAND_ID.eq(brand.id().value()))
                .and(RUN.STATE.eq(RunState.ASIDE.code()))
                .and(journey == null ? DSL.noCondition() : POISON.JOURNEY_ID.eq(journey.value()))
                .and(
                        cursor == null
                                ? DSL.noCondition()
                                : DSL.row(POISON.AT, POISON.RUN_ID).lt(cursor.instant(0), cursor.number(1)))
                .orderBy(POISON.AT.desc(), POISON.RUN_ID.desc())
                .limit(request.size() + 1)
                .fetch(row -> new AsideRun(
                        row.get(RUN.ID).toString(),
                        new JourneyId(row.get(RUN.JOURNEY_ID)),
                        row.get(SAVED_JOURNEY.NAME),
                        new CustomerNo(row.get(RUN.CUSTOMER_NO)),
                        row.get(POISON.NODE),
                        row.get(POISON.CODE),
                        row.get(POISON.DETAIL),
                        row.get(POISON.AT),
                        row.get(POISON.ATTEMPTS)));
        return Page.of(rows, request.size(), row -> Cursor.of(row.at(), row.run()));
    }

    /// Has it tried again.
    ///
    /// @throws Problem `run-not-aside`
    @Transactional
    public void retry(Brand brand, long run) {
        if (!handling.retry(brand, run)) {
            throw refused(brand, run);
        }
        audit.record("journey.run.retry", "run/" + run, Map.of("brand", brand.key()));
    }

    /// Leaves the node without what it does.
    ///
    /// @param exit by which exit; the node's last when null
    /// @throws Problem `run-not-aside`
    @Transactional
    public void skip(Brand brand, long run, @Nullable String exit) {
        if (!handling.skip(brand, run, exit)) {
            throw refused(brand, run);
        }
        audit.record("journey.run.skip", "run/" + run, Map.of("brand", brand.key()));
    }

    /// Takes the customer out of the journey.
    ///
    /// @throws Problem `run-not-aside`
    @Transactional
    public void takeOut(Brand brand, long run) {
        if (!handling.takeOut(brand, run)) {
            throw refused(brand, run);
        }
        audit.record("journey.run.take-out", "run/" + run, Map.of("brand", brand.key()));
    }

    private Problem refused(Brand brand, long run) {
        return database.fetchExists(
                        RUN, RUN.ID.eq(run).and(RUN.BRAND_ID.eq(brand.id().value())))
                ? new Problem(JourneyProblem.RUN_NOT_ASIDE)
                : new Problem(KernelProblem.NOT_FOUND).with("what", "run " + run);
    }
}
