package io.waterwheel.journey.engine;

import io.waterwheel.journey.count.Counted;
import io.waterwheel.journey.course.EndReason;
import io.waterwheel.journey.course.Next;
import io.waterwheel.journey.course.Signal;
import io.waterwheel.journey.course.Traveller;
import io.waterwheel.journey.course.Waiting;
import io.waterwheel.journey.course.Walk;
import io.waterwheel.journey.language.ConditionGoal;
import io.waterwheel.journey.language.EventGoal;
import io.waterwheel.journey.language.Goal;
import io.waterwheel.journey.language.GuideWork;
import io.waterwheel.journey.language.LocalClock;
import io.waterwheel.journey.language.Node;
import io.waterwheel.journey.language.Span;
import io.waterwheel.journey.language.SpanUnit;
import io.waterwheel.journey.language.UntilEvent;
import io.waterwheel.journey.saved.FollowedJourney;
import io.waterwheel.journey.saved.PublishedJourney;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.EventFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/// What one batch moves: people come in, go on, reach the goal and leave, in memory; [#write] puts all of it,
/// with its effects, into the transaction in a few statements. One who cannot go on is put aside and holds
/// nobody up.
final class Moves {

    private final EngineTools tools;
    private final DSLContext transaction;
    private final Instant now;
    private final boolean careful;
    private final List<Run> entered = new ArrayList<>();
    private final Set<Run> changed = new LinkedHashSet<>();
    private final Waits waits = new Waits();
    private final Traces traces;
    private final Effects effects;
    private final Tally tally = new Tally();

    /// @param careful nobody goes on in this batch: they are marked to, and another transaction sees to each
    Moves(EngineTools tools, DSLContext transaction, Instant now, boolean careful) {
        this.tools = tools;
        this.transaction = transaction;
        this.now = now;
        this.careful = careful;
        this.traces = new Traces(now);
        this.effects = new Effects(now);
    }

    Instant now() {
        return now;
    }

    /// Lets somebody in, as far as they go at once.
    ///
    /// @param at when what lets them in happened: what they did since counts for the goal, even if we come to it
    ///           late
    Run enter(
            FollowedJourney journey,
            int customer,
            String key,
            String occasion,
            Map<String, String> context,
            Instant at) {
        PublishedJourney version = tools.journeys().version(journey.id(), journey.version());
        Run run = new Run(
                journey.brand(),
                journey.id(),
                journey.version(),
                customer,
                key,
                occasion,
                context,
                at.isBefore(now) ? at : now,
                version.definition().start());
        run.movedAt = now;
        entered.add(run);
        tally.of(run, Counted.ENTERED);
        tally.came(run, run.node, 0, version.looped().contains(run.node));
        Goal goal = version.definition().goal();
        if (goal instanceof EventGoal(EventFilter event, int _, boolean _)) {
            waits.add(run, Waits.Kind.GOAL, event.event(), goalUntil(run, goal));
        }
        version.exitEvents().forEach(event -> waits.add(run, Waits.Kind.EXIT, event.event(), null));
        effects.tell(run, journey, EventNames.JOURNEY_ENTERED, "entered", now);
        signal(run, journey, new Signal.Arrived(), null);
        return run;
    }

    /// Until when the goal counts.
    static Instant goalUntil(Run run, Goal goal) {
        return LocalClock.plus(run.enteredAt, new Span(goal.withinDays(), SpanUnit.DAYS), run.brand.zone());
    }

    /// Something happens to somebody where they are.
    ///
    /// @param note why, where the exit does not say it all
    void signal(Run run, FollowedJourney journey, Signal signal, @Nullable String note) {
        if (!run.live()) {
            return;
        }
        changed(run);
        if (journey.live() && !careful) {
            walk(run, journey, signal, note);
        } else {
            park(run, journey, signal);
        }
    }

    /// They will go on when the journey does.
    private void park(Run run, FollowedJourney journey, Signal signal) {
        run.pending = switch (signal) {
            case Signal.Arrived _ -> Run.ARRIVE;
            case Signal.Answered(String exit) -> exit;
            case Signal.TimeCame _ -> null;
        };
        waits.remove(run, Waits.Kind.NODE);
        run.waiting = Waiting.NOTHING;
        due(run, journey, journey.clock(now));
    }

    private void walk(Run run, FollowedJourney journey, Signal signal, @Nullable String note) {
        PublishedJourney version = tools.journeys().version(run.journey, run.version);
        Walk.Walked walked;
        try {
            Traveller who = new Traveller(run.journey, run.customer, run.enteredAt, run.brand.zone());
            walked = new Walk(
                            version.definition(), version.nodes(), who, condition -> meets(run, condition), run.passed)
                    .from(run.node, signal, now, run.goalAt != null);
        } catch (DataAccessException | org.jooq.exception.DataAccessException e) {
            // The transaction is lost; the batch is tried again.
            throw e;
        } catch (RuntimeException e) {
            setAside(run, signal, e);
            return;
        }
        if (walked.goal()) {
            reached(run, journey, now);
        }
        left(run, walked, note);
        came(run, version, walked);
        walked.effects().forEach(done -> effects.add(run, journey, done));
        run.node = walked.node();
        run.passed = walked.number();
        run.pending = null;
        run.movedAt = now;
        switch (walked.last()) {
            case Next.Stays stays -> {
                run.waiting = stays.why();
                if (stays.why() == Waiting.CONTROL) {
                    keptBack(run);
                }
                due(
                        run,
                        journey,
                        stays.until() == null
                                ? null
                                : stays.until().minusMillis(journey.held().toMillis()));
                Node node = version.nodes().get(run.node);
                if (node != null && node.step() instanceof UntilEvent(EventFilter event, Span _)) {
                    waits.add(run, Waits.Kind.NODE, event.event(), null);
                }
            }
            case Next.Ends(EndReason reason) -> ended(run, journey, reason);
            case Next.Ignored _ -> {
                // An answer nobody waits for changes nothing; a time that means nothing here does not come
                // again.
                if (signal instanceof Signal.TimeCame) {
                    due(run, journey, null);
                }
            }
            case Next.Goes _ -> throw new IllegalStateException("a walk ends where somebody waits");
        }
    }

    /// The nodes they came to on their way, up to where they are now.
    private void came(Run run, PublishedJourney version, Walk.Walked walked) {
        List<Walk.Passed> path = walked.path();
        for (int i = 0; i < path.size(); i++) {
            Walk.Passed passed = path.get(i);
            if (passed.exit() != null) {
                String next = i + 1 < path.size() ? path.get(i + 1).node() : walked.node();
                tally.came(run, next, passed.number(), version.looped().contains(next));
            }
        }
    }

    private void keptBack(Run run) {
        if (run.control) {
            return;
        }
        run.control = true;
        tally.of(run, Counted.CONTROL);
        if (run.goalAt != null) {
            tally.of(run, Counted.CONTROL_GOAL);
        }
    }

    private boolean meets(Run run, Condition condition) {
        return tools.questions().meets(run.brand, new CustomerNo(run.customer), condition);
    }

    /// The way they went, and what they no longer wait for.
    private void left(Run run, Walk.Walked walked, @Nullable String note) {
        List<Walk.Passed> path = walked.path();
        for (int i = 0; i < path.size(); i++) {
            traces.step(run, path.get(i), i == 0 ? note : null);
            tally.passed(run, path.get(i));
        }
        if (path.isEmpty()) {
            return;
        }
        Walk.Passed first = path.getFirst();
        switch (run.waiting) {
            case EVENT -> waits.remove(run, Waits.Kind.NODE);
            case TASK -> {
                if (!GuideWork.DONE.equals(first.exit())) {
                    String state = GuideWork.OVERDUE.equals(first.exit()) ? "overdue" : "withdrawn";
                    traces.close(run, run.passed + 1, state);
                }
            }
            case MESSAGE -> {
                if (first.exit() == null) {
                    effects.withdraw(run, run.passed + 1);
                }
            }
            case GIFT -> {
                // What was asked for is given, whether or not they still are where it was.
            }
            case TIME, CONTROL, NOTHING -> {
                // nobody else knows
            }
        }
    }

    /// They reached what the journey is for.
    ///
    /// @param at when
    void reached(Run run, FollowedJourney journey, Instant at) {
        if (run.goalAt != null) {
            return;
        }
        changed(run);
        run.goalAt = at;
        tally.reached(run, at);
        if (run.control) {
            tally.of(run, Counted.CONTROL_GOAL);
        }
        waits.remove(run, Waits.Kind.GOAL);
        effects.tell(run, journey, EventNames.JOURNEY_GOAL_REACHED, "goal", at);
    }

    /// Takes somebody out from where they are.
    void takeOut(Run run, FollowedJourney journey, EndReason reason, @Nullable String note) {
        if (!run.live()) {
            return;
        }
        changed(run);
        Walk.Passed last = new Walk.Passed(run.passed + 1, run.node, null);
        left(
                run,
                new Walk.Walked(run.node, new Next.Ends(reason), last.number(), List.of(last), List.of(), false),
                note);
        run.passed = last.number();
        run.pending = null;
        ended(run, journey, reason);
    }

    private void ended(Run run, FollowedJourney journey, EndReason reason) {
        tally.of(run, Counted.ENDED);
        run.state = RunState.ENDED;
        run.waiting = Waiting.NOTHING;
        run.endedAt = now;
        run.reason = reason;
        run.movedAt = now;
        waits.remove(run, Waits.Kind.NODE);
        waits.remove(run, Waits.Kind.EXIT);
        Goal goal =
                tools.journeys().version(run.journey, run.version).definition().goal();
        boolean looked = goal instanceof ConditionGoal && run.goalAt == null && reason != EndReason.GONE;
        Instant until = looked ? goalUntil(run, Objects.requireNonNull(goal)) : now;
        due(run, journey, until.isAfter(now) ? until.minusMillis(journey.held().toMillis()) : null);
        effects.tell(run, journey, EventNames.JOURNEY_EXITED, "exited", now);
    }

    /// The last look at a goal that is a condition, of somebody who has left.
    void lastLook(Run run, FollowedJourney journey) {
        changed(run);
        due(run, journey, null);
        Goal goal =
                tools.journeys().version(run.journey, run.version).definition().goal();
        try {
            if (goal instanceof ConditionGoal(Condition condition, int _, boolean _) && meets(run, condition)) {
                reached(run, journey, now);
            }
        } catch (Problem nobodyToAsk) {
            // The customer is gone, or what the condition refers to: the goal counts as not reached.
            return;
        }
    }

    /// @param clock on the journey's own clock
    private static void due(Run run, FollowedJourney journey, @Nullable Instant clock) {
        run.dueAt = clock;
        run.heldMillis = journey.held().toMillis();
    }

    /// A pause came in between that the run's timer did not know of.
    static boolean shifted(Run run, FollowedJourney journey) {
        return run.heldMillis != journey.held().toMillis();
    }

    private void setAside(Run run, Signal signal, RuntimeException why) {
        String pending = switch (signal) {
            case Signal.Arrived _ -> Run.ARRIVE;
            case Signal.Answered(String exit) -> exit;
            case Signal.TimeCame _ -> "";
        };
        run.state = RunState.ASIDE;
        run.dueAt = null;
        waits.remove(run, Waits.Kind.NODE);
        traces.setAside(run, pending, why);
    }

    /// Puts somebody aside whose move failed in a way that took the transaction with it.
    void setAside(Run run, RuntimeException why) {
        changed(run);
        setAside(run, run.pending == null ? new Signal.TimeCame(false) : toTake(run), why);
    }

    /// What is pending for somebody.
    static Signal toTake(Run run) {
        String pending = run.pending;
        return pending == null || pending.equals(Run.ARRIVE) ? new Signal.Arrived() : new Signal.Answered(pending);
    }

    private void changed(Run run) {
        if (run.id != 0) {
            changed.add(run);
        }
    }

    /// All of it, in the transaction.
    void write() {
        Set<Run> in = tools.rows().insert(transaction, entered);
        Set<Run> dropped = new HashSet<>(entered);
        dropped.removeAll(in);
        tools.rows().update(transaction, changed);
        waits.write(transaction, dropped);
        traces.write(transaction, dropped);
        tally.write(transaction, dropped);
        effects.write(transaction, tools, dropped);
    }
}
