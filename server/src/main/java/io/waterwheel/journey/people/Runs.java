package io.waterwheel.journey.people;

import static io.waterwheel.journey.generated.Tables.POISON;
import static io.waterwheel.journey.generated.Tables.RUN;
import static io.waterwheel.journey.generated.Tables.RUN_STEP;
import static io.waterwheel.journey.generated.Tables.SAVED_JOURNEY;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.journey.JourneyId;
import io.waterwheel.journey.course.EndReason;
import io.waterwheel.journey.engine.RunState;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Runs as people see them.
@Component
public class Runs {

    private static final int MOST = 100;

    private final DSLContext database;
    private final Customers customers;

    Runs(DSLContext database, Customers customers) {
        this.database = database;
        this.customers = customers;
    }

    /// Every journey the customer was in, the newest first, with the way they went.
    public List<CustomerRun> of(Brand brand, CustomerNo number) {
        CustomerNo customer = customers.current(List.of(number)).getOrDefault(number, number);
        var rows = database.select()
                .from(RUN)
                .join(SAVED_JOURNEY)
                .on(SAVED_JOURNEY.ID.eq(RUN.JOURNEY_ID))
                .leftJoin(POISON)
                .on(POISON.RUN_ID.eq(RUN.ID))
                .where(RUN.CUSTOMER_NO.eq(customer.value()))
                .and(RUN.BRAND_ID.eq(brand.id().value()))
                .orderBy(RUN.ID.desc())
                .limit(MOST)
                .fetch();
        Map<Long, List<RunPassed>> paths = database.selectFrom(RUN_STEP)
                .where(RUN_STEP.RUN_ID.in(rows.getValues(RUN.ID)))
                .orderBy(RUN_STEP.RUN_ID, RUN_STEP.NUMBER)
                .fetchGroups(
                        RUN_STEP.RUN_ID,
                        row -> new RunPassed(row.getNode(), row.getExit(), row.getAt(), row.getNote()));
        return rows.map(row -> {
            RunState state = RunState.of(row.get(RUN.STATE));
            Instant due = row.get(RUN.DUE_AT);
            String reason = row.get(RUN.END_REASON);
            return new CustomerRun(
                    row.get(RUN.ID).toString(),
                    new JourneyId(row.get(RUN.JOURNEY_ID)),
                    row.get(SAVED_JOURNEY.NAME),
                    row.get(RUN.VERSION),
                    state,
                    row.get(RUN.NODE),
                    row.get(RUN.WAITING),
                    // A journey that is paused has no time for anything.
                    due == null || state == RunState.ENDED || row.get(SAVED_JOURNEY.PAUSED_AT) != null
                            ? null
                            : due.plus(Duration.ofMillis(row.get(SAVED_JOURNEY.HELD_MILLIS))),
                    row.get(RUN.CONTROL),
                    row.get(RUN.ENTERED_AT),
                    row.get(RUN.OCCASION),
                    row.get(RUN.GOAL_AT),
                    row.get(RUN.ENDED_AT),
                    reason == null ? null : EndReason.of(reason).words(),
                    state == RunState.ASIDE ? row.get(POISON.DETAIL) : null,
                    paths.getOrDefault(row.get(RUN.ID), List.of()));
        });
    }

    /// How a journey stands: who is where by an index of those inside, the sums by a scan of its runs.
    ///
    /// @throws Problem `not-found`
    public JourneyCounts counts(Brand brand, JourneyId journey) {
        if (!database.fetchExists(
                SAVED_JOURNEY,
                SAVED_JOURNEY
                        .ID
                        .eq(journey.value())
                        .and(SAVED_JOURNEY.BRAND_ID.eq(brand.id().value())))) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "journey " + journey);
        }
        Condition inside = RUN.STATE.ne(DSL.inline(RunState.ENDED.code()));
        Field<Integer> aside = DSL.count().filterWhere(RUN.STATE.eq(RunState.ASIDE.code()));
        List<NodeCount> nodes = database.select(RUN.VERSION, RUN.NODE, DSL.count(), aside)
                .from(RUN)
                .where(RUN.JOURNEY_ID.eq(journey.value()))
                .and(inside)
                .groupBy(RUN.VERSION, RUN.NODE)
                .orderBy(RUN.VERSION, RUN.NODE)
                .fetch(row -> new NodeCount(row.value1(), row.value2(), row.value3(), row.value4()));
        var sums = database.select(
                        DSL.count(),
                        DSL.count().filterWhere(DSL.not(inside)),
                        DSL.count().filterWhere(RUN.CONTROL),
                        DSL.count().filterWhere(RUN.GOAL_AT.isNotNull().andNot(RUN.CONTROL)),
                        DSL.count().filterWhere(RUN.GOAL_AT.isNotNull().and(RUN.CONTROL)))
                .from(RUN)
                .where(RUN.JOURNEY_ID.eq(journey.value()))
                .fetchSingle();
        return new JourneyCounts(
                nodes,
                nodes.stream().mapToLong(NodeCount::inside).sum(),
                sums.value1(),
                sums.value2(),
                sums.value3(),
                sums.value4(),
                sums.value5(),
                GoalUplift.of(sums.value4(), sums.value1() - sums.value3(), sums.value5(), sums.value3()));
    }
}
