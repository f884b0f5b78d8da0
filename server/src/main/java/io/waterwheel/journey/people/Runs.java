package io.waterwheel.journey.people;

import static io.waterwheel.journey.generated.Tables.POISON;
import static io.waterwheel.journey.generated.Tables.RUN;
import static io.waterwheel.journey.generated.Tables.RUN_STEP;
import static io.waterwheel.journey.generated.Tables.SAVED_JOURNEY;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.journey.JourneyId;
import io.waterwheel.journey.count.Counted;
import io.waterwheel.journey.count.JourneyTally;
import io.waterwheel.journey.count.Tallies;
import io.waterwheel.journey.course.EndReason;
import io.waterwheel.journey.engine.RunState;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Runs as people see them.
@Component
public class Runs {

    private static final int MOST = 100;

    private final DSLContext database;
    private final Customers customers;
    private final Tallies tallies;

    Runs(DSLContext database, Customers customers, Tallies tallies) {
        this.database = database;
        this.customers = customers;
        this.tallies = tallies;
    }

    /// Every journey the customer was in, the newest first, with the way they went.
    public List<CustomerRun> of(Brand brand, CustomerNo number) {
        CustomerNo customer = customers.currentOf(number);
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

    /// How a journey stands, from what was counted as they moved: no run is looked at but those put aside.
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
        JourneyTally tally = tallies.of(journey.value());
        long entered = tally.all(Counted.ENTERED);
        long ended = tally.all(Counted.ENDED);
        long control = tally.all(Counted.CONTROL);
        long controlGoals = tally.all(Counted.CONTROL_GOAL);
        long goals = tally.all(Counted.GOAL) - controlGoals;
        return new JourneyCounts(
                tally.nodes().stream().map(at -> node(tally, at)).toList(),
                entered - ended,
                entered,
                ended,
                control,
                goals,
                controlGoals,
                GoalUplift.of(goals, entered - control, controlGoals, control));
    }

    private static NodeCount node(JourneyTally tally, JourneyTally.At at) {
        Map<String, Long> passed = tally.went(at);
        long entered = tally.of(at, Counted.CAME);
        long left = tally.of(at, Counted.LEFT);
        long aside = tally.aside(at);
        long gone = left + passed.values().stream().mapToLong(Long::longValue).sum();
        return new NodeCount(
                at.version(),
                at.node(),
                entered,
                entered - gone - aside,
                aside,
                passed,
                left,
                tally.of(at, Counted.PEOPLE),
                tally.of(at, Counted.GOAL));
    }
}
