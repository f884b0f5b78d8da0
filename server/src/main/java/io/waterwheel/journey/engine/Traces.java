package io.waterwheel.journey.engine;

import static io.waterwheel.journey.generated.Tables.GUIDE_TASK;
import static io.waterwheel.journey.generated.Tables.POISON;
import static io.waterwheel.journey.generated.Tables.RUN_STEP;

import io.waterwheel.journey.course.Walk;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.kernel.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one batch leaves behind of the way people went: passed nodes, closed tasks, who was put aside and why.
final class Traces {

    private static final Logger log = LoggerFactory.getLogger(Traces.class);
    private static final int LONGEST_DETAIL = 500;

    private final Instant now;
    private final List<Step> steps = new ArrayList<>();
    private final List<Closed> closed = new ArrayList<>();
    private final List<Aside> aside = new ArrayList<>();

    Traces(Instant now) {
        this.now = now;
    }

    private record Step(
            Run run, Walk.Passed passed, @Nullable String note) {}

    private record Closed(Run run, int number, String state) {}

    private record Aside(Run run, String pending, String code, String detail) {}

    void step(Run run, Walk.Passed passed, @Nullable String note) {
        steps.add(new Step(run, passed, note));
    }

    /// A guide's task is of no use any more.
    void close(Run run, int number, String state) {
        closed.add(new Closed(run, number, state));
    }

    void setAside(Run run, String pending, RuntimeException why) {
        String code = "unexpected";
        String detail = why.getClass().getSimpleName();
        if (why instanceof Problem problem) {
            code = problem.type().code();
            detail = problem.detail(Locale.CHINESE);
        } else {
            log.error("journey.run aside journey={} run={} node={}", run.journey, run.id, run.node, why);
        }
        aside.add(new Aside(run, pending, code, detail.substring(0, Math.min(LONGEST_DETAIL, detail.length()))));
    }

    void write(DSLContext transaction, Set<Run> dropped) {
        writeSteps(transaction, dropped);
        writeClosed(transaction);
        writeAside(transaction, dropped);
    }

    private void writeSteps(DSLContext transaction, Set<Run> dropped) {
        RowSet rows = new RowSet(RUN_STEP.fields());
        for (Step step : steps) {
            if (!dropped.contains(step.run)) {
                Walk.Passed passed = step.passed;
                rows.row(step.run.id, passed.number(), passed.node(), passed.exit(), now, step.note);
            }
        }
        if (!rows.isEmpty()) {
            RowSet.Given given = rows.as("given");
            transaction
                    .insertInto(RUN_STEP, RUN_STEP.fields())
                    .select(DSL.select(given.fields()).from(given.table()))
                    .execute();
        }
    }

    private void writeClosed(DSLContext transaction) {
        RowSet rows = new RowSet(GUIDE_TASK.RUN_ID, GUIDE_TASK.NUMBER, GUIDE_TASK.STATE);
        closed.forEach(one -> rows.row(one.run.id, one.number, one.state));
        if (!rows.isEmpty()) {
            RowSet.Given given = rows.as("given");
            transaction
                    .update(GUIDE_TASK)
                    .set(GUIDE_TASK.STATE, given.field(GUIDE_TASK.STATE))
                    .from(given.table())
                    .where(GUIDE_TASK.RUN_ID.eq(given.field(GUIDE_TASK.RUN_ID)))
                    .and(GUIDE_TASK.NUMBER.eq(given.field(GUIDE_TASK.NUMBER)))
                    .and(GUIDE_TASK.STATE.eq("open"))
                    .execute();
        }
    }

    private void writeAside(DSLContext transaction, Set<Run> dropped) {
        RowSet rows = new RowSet(POISON.fields());
        for (Aside one : aside) {
            if (!dropped.contains(one.run)) {
                Run run = one.run;
                rows.row(
                        run.id,
                        run.brand.id().value(),
                        run.journey,
                        run.node,
                        one.pending,
                        one.code,
                        one.detail,
                        now,
                        1);
            }
        }
        if (!rows.isEmpty()) {
            RowSet.Given given = rows.as("given");
            transaction
                    .insertInto(POISON, POISON.fields())
                    .select(DSL.select(given.fields()).from(given.table()))
                    .onConflict(POISON.RUN_ID)
                    .doUpdate()
                    .set(POISON.NODE, DSL.excluded(POISON.NODE))
                    .set(POISON.PENDING, DSL.excluded(POISON.PENDING))
                    .set(POISON.CODE, DSL.excluded(POISON.CODE))
                    .set(POISON.DETAIL, DSL.excluded(POISON.DETAIL))
                    .set(POISON.AT, DSL.excluded(POISON.AT))
                    .set(POISON.ATTEMPTS, POISON.ATTEMPTS.plus(1))
                    .execute();
        }
    }
}
