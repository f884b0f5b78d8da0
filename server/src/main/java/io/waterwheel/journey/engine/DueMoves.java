package io.waterwheel.journey.engine;

import static io.waterwheel.journey.generated.Tables.GUIDE_TASK;
import static io.waterwheel.journey.generated.Tables.RUN;
import static io.waterwheel.journey.generated.Tables.SAVED_JOURNEY;

import io.waterwheel.journey.course.EndReason;
import io.waterwheel.journey.course.Signal;
import io.waterwheel.journey.course.Waiting;
import io.waterwheel.journey.language.GuideWork;
import io.waterwheel.journey.saved.FollowedJourney;
import io.waterwheel.journey.saved.FollowedJourneys;
import io.waterwheel.journey.saved.JourneyState;
import io.waterwheel.kernel.LogWorker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Row2;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Moves those for whom the time has come, many in one transaction. When a batch fails, each of it is tried by
/// itself: the one that cannot go on is put aside, the others go on.
@Component
class DueMoves extends LogWorker {

    private static final Logger log = LoggerFactory.getLogger(DueMoves.class);
    private static final Duration EVERY = Duration.ofMillis(300);
    private static final int BATCH = 2_000;

    private final EngineTools tools;
    private final FollowedJourneys journeys;
    private final DSLContext database;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    DueMoves(
            EngineTools tools,
            FollowedJourneys journeys,
            DSLContext database,
            TransactionOperations transactions,
            InstantSource clock) {
        super("journey-due", EVERY);
        this.tools = tools;
        this.journeys = journeys;
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    protected boolean work() {
        boolean more = false;
        for (FollowedJourney journey : waiting()) {
            more |= work(journey);
        }
        return more;
    }

    /// The journeys in which the time has come for somebody, or that are to be emptied.
    private List<FollowedJourney> waiting() {
        Instant now = clock.instant();
        Set<Long> ids = Set.copyOf(database.select(SAVED_JOURNEY.ID)
                .from(SAVED_JOURNEY)
                .where(SAVED_JOURNEY.EMPTYING)
                .or(SAVED_JOURNEY
                        .STATE
                        .ne(JourneyState.PAUSED.code())
                        .and(RunRows.firstDue()
                                .le(DSL.field(
                                        "{0} - {1} * interval '1 millisecond'",
                                        Instant.class, DSL.val(now, RUN.DUE_AT), SAVED_JOURNEY.HELD_MILLIS))))
                .fetch(SAVED_JOURNEY.ID));
        return ids.isEmpty()
                ? List.of()
                : List.copyOf(journeys.byId(database, ids).values());
    }

    private boolean work(FollowedJourney journey) {
        try {
            return Objects.requireNonNullElse(transactions.execute(_ -> move(journey)), 0) == BATCH;
        } catch (RuntimeException e) {
            log.warn("journey.due failed journey={}, each by itself", journey.id(), e);
            return oneByOne(journey);
        }
    }

    /// @return how many were claimed
    private int move(FollowedJourney journey) {
        RunRows.byIndex(database);
        if (journey.state() == JourneyState.STOPPED) {
            int left = empty(journey);
            if (left > 0) {
                return left;
            }
        }
        Instant now = clock.instant();
        List<Run> due = tools.rows().due(database, journey.id(), journey.clock(now), BATCH);
        move(journey, due, now);
        return due.size();
    }

    private void move(FollowedJourney journey, List<Run> due, Instant now) {
        if (due.isEmpty()) {
            return;
        }
        Moves moves = new Moves(tools, database, now, false);
        Set<Long> done = done(due);
        for (Run run : due) {
            if (!run.live()) {
                moves.lastLook(run, journey);
            } else if (run.pending != null) {
                moves.signal(run, journey, Moves.toTake(run), null);
            } else if (done.contains(run.id)) {
                moves.signal(run, journey, new Signal.Answered(GuideWork.DONE), null);
            } else {
                moves.signal(run, journey, new Signal.TimeCame(Moves.shifted(run, journey)), null);
            }
        }
        moves.write();
    }

    /// Whose guide did the task before its time was over, though the answer has not come here yet: a server that was
    /// down meanwhile finds both at its start.
    private Set<Long> done(List<Run> due) {
        List<Row2<Long, Integer>> tasks = due.stream()
                .filter(run -> run.live() && run.waiting == Waiting.TASK && run.pending == null)
                .map(run -> DSL.row(run.id, run.passed + 1))
                .toList();
        return tasks.isEmpty()
                ? Set.of()
                : database.select(GUIDE_TASK.RUN_ID)
                        .from(GUIDE_TASK)
                        .where(DSL.row(GUIDE_TASK.RUN_ID, GUIDE_TASK.NUMBER).in(tasks))
                        .and(GUIDE_TASK.STATE.eq("done"))
                        .fetchSet(GUIDE_TASK.RUN_ID);
    }

    private boolean oneByOne(FollowedJourney journey) {
        List<Long> ids = database.select(RUN.ID)
                .from(RUN)
                .where(RUN.JOURNEY_ID.eq(journey.id()))
                .and(RUN.DUE_AT.le(journey.clock(clock.instant())))
                .orderBy(RUN.DUE_AT)
                .limit(BATCH)
                .fetch(RUN.ID);
        int failed = 0;
        for (Long id : ids) {
            try {
                transactions.executeWithoutResult(_ -> move(journey, claim(journey, id), clock.instant()));
            } catch (RuntimeException e) {
                failed++;
                setAside(journey, id, e);
            }
        }
        return failed < ids.size();
    }

    private List<Run> claim(FollowedJourney journey, long id) {
        return tools.rows().these(database, List.of(id), RUN.DUE_AT.le(journey.clock(clock.instant())));
    }

    private void setAside(FollowedJourney journey, long id, RuntimeException why) {
        transactions.executeWithoutResult(_ -> {
            Moves moves = new Moves(tools, database, clock.instant(), false);
            claim(journey, id).forEach(run -> moves.setAside(run, why));
            moves.write();
        });
    }

    /// Lets out whoever is inside a journey that was stopped.
    private int empty(FollowedJourney journey) {
        List<Run> inside = tools.rows().inside(database, journey.id(), BATCH);
        Moves moves = new Moves(tools, database, clock.instant(), false);
        inside.forEach(run -> moves.takeOut(run, journey, EndReason.STOPPED, null));
        moves.write();
        if (inside.isEmpty()
                && !database.fetchExists(
                        RUN, RUN.JOURNEY_ID.eq(journey.id()).and(RUN.STATE.ne(DSL.inline(RunState.ENDED.code()))))) {
            database.update(SAVED_JOURNEY)
                    .set(SAVED_JOURNEY.EMPTYING, false)
                    .where(SAVED_JOURNEY.ID.eq(journey.id()))
                    .execute();
        }
        return inside.size();
    }
}
