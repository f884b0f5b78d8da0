package io.waterwheel.journey.simulation;

import io.waterwheel.journey.course.Effect;
import io.waterwheel.journey.course.Next;
import io.waterwheel.journey.course.Signal;
import io.waterwheel.journey.course.Traveller;
import io.waterwheel.journey.course.Waiting;
import io.waterwheel.journey.course.Walk;
import io.waterwheel.journey.language.EventGoal;
import io.waterwheel.journey.language.Giving;
import io.waterwheel.journey.language.GuideWork;
import io.waterwheel.journey.language.LocalClock;
import io.waterwheel.journey.language.Message;
import io.waterwheel.journey.language.Node;
import io.waterwheel.journey.language.Reentry;
import io.waterwheel.journey.language.Span;
import io.waterwheel.journey.language.SpanUnit;
import io.waterwheel.journey.language.UntilEvent;
import io.waterwheel.journey.saved.PublishedJourney;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.segment.language.Condition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Sends what customers did through a definition, one customer after the other; pure. Nothing is asked of
/// channels and guides: every message is taken as sent a minute later, every task as done when its time is
/// over, everything that is to be given as given. Conditions are judged as customers are now, which is not always as
/// they were then.
public final class Simulation {

    private static final int SAMPLES = 20;
    private static final Duration SENT_AFTER = Duration.ofMinutes(1);

    private final PublishedJourney journey;
    private final ZoneId zone;
    private final BiPredicate<Integer, Condition> meets;
    private final Instant from;
    private final Instant until;
    private final Map<String, Long> perDay = new TreeMap<>();
    private final Map<Integer, Long> perCustomer = new TreeMap<>();
    private final Map<String, Long> nodes = new TreeMap<>();
    private final List<SimulatedWay> samples = new ArrayList<>();
    private long events;
    private long customers;
    private long entered;
    private long control;
    private long ended;
    private long goals;
    private long messages;

    /// @param meets whether a customer meets a condition
    public Simulation(
            PublishedJourney journey, ZoneId zone, BiPredicate<Integer, Condition> meets, Instant from, Instant until) {
        this.journey = journey;
        this.zone = zone;
        this.meets = meets;
        this.from = from;
        this.until = until;
    }

    /// Somebody on their way.
    private static final class Going {

        private final String key;
        private final Instant enteredAt;
        private final List<SimulatedWay.SimulatedStep> steps = new ArrayList<>();
        private String node;
        private Waiting waiting = Waiting.NOTHING;
        private @Nullable Instant due;
        private int passed;
        private boolean live = true;
        private boolean control;
        private boolean goal;

        private Going(String key, Instant enteredAt, String node) {
            this.key = key;
            this.enteredAt = enteredAt;
            this.node = node;
        }
    }

    /// One customer's past.
    ///
    /// @param occasions when a schedule or a day lets them in
    /// @param past      what they did, in order
    void customer(int customer, List<Instant> occasions, List<PastEvent> past) {
        List<Going> runs = new ArrayList<>();
        int[] sent = new int[1];
        List<PastEvent> all = new ArrayList<>(past);
        occasions.forEach(at -> all.add(new PastEvent("", at, Map.of())));
        all.sort(Comparator.comparing(PastEvent::at));
        for (PastEvent event : all) {
            events++;
            timers(customer, runs, event.at(), sent);
            if (event.name().isEmpty()) {
                letIn(customer, runs, "", event.at(), sent);
            } else {
                happened(customer, runs, event, sent);
            }
        }
        timers(customer, runs, until, sent);
        count(customer, runs, sent[0]);
    }

    private void happened(int customer, List<Going> runs, PastEvent event, int[] sent) {
        for (Going run : List.copyOf(runs)) {
            if (!run.goal
                    && journey.definition().goal() instanceof EventGoal goal
                    && goal.event().test(event.name(), event.properties())
                    && !event.at().isAfter(plusDays(run.enteredAt, goal.withinDays()))) {
                run.goal = true;
                if (goal.leave()) {
                    run.live = false;
                }
            }
            if (run.live
                    && journey.exitEvents().stream().anyMatch(exit -> exit.test(event.name(), event.properties()))) {
                run.live = false;
            }
            Node node = journey.nodes().get(run.node);
            if (run.live
                    && run.waiting == Waiting.EVENT
                    && node != null
                    && node.step() instanceof UntilEvent(var awaited, Span _)
                    && awaited.test(event.name(), event.properties())) {
                go(customer, run, new Signal.Answered(UntilEvent.HAPPENED), event.at(), sent);
            }
        }
        if (journey.letsIn(event.name(), event.properties())) {
            String property = journey.definition().reentry().key();
            List<String> values =
                    property == null ? List.of() : event.properties().getOrDefault(property, List.of());
            letIn(customer, runs, values.isEmpty() ? "" : values.getFirst(), event.at(), sent);
        }
    }

    private void letIn(int customer, List<Going> runs, String key, Instant at, int[] sent) {
        Reentry rule = journey.definition().reentry();
        for (Going run : runs) {
            boolean again = switch (rule.rule()) {
                case NEVER -> false;
                case AFTER_EXIT, ALWAYS -> true;
                case AFTER_DAYS ->
                    !run.enteredAt
                            .plus(Duration.ofDays(Objects.requireNonNull(rule.days())))
                            .isAfter(at);
            };
            if (run.key.equals(key) && (run.live || !again)) {
                return;
            }
        }
        Going run = new Going(key, at, journey.definition().start());
        runs.add(run);
        go(customer, run, new Signal.Arrived(), at, sent);
    }

    private void timers(int customer, List<Going> runs, Instant to, int[] sent) {
        for (Going run : runs) {
            while (run.live && run.due != null && !run.due.isAfter(to)) {
                Instant at = run.due;
                go(customer, run, signal(run), at, sent);
            }
        }
    }

    private static Signal signal(Going run) {
        return switch (run.waiting) {
            case MESSAGE -> new Signal.Answered(Message.SENT);
            case GIFT -> new Signal.Answered(Giving.GIVEN);
            case TASK -> new Signal.Answered(GuideWork.DONE);
            case TIME, EVENT, CONTROL, NOTHING -> new Signal.TimeCame(false);
        };
    }

    private void go(int customer, Going run, Signal signal, Instant at, int[] sent) {
        Walk.Walked walked = new Walk(
                        journey.definition(),
                        journey.nodes(),
                        new Traveller(journey.journey(), customer, run.enteredAt, zone),
                        condition -> meets.test(customer, condition),
                        run.passed)
                .from(run.node, signal, at, run.goal);
        run.goal |= walked.goal();
        for (Walk.Passed passed : walked.path()) {
            String exit = passed.exit() == null ? "" : passed.exit();
            run.steps.add(new SimulatedWay.SimulatedStep(at, passed.node(), exit));
            nodes.merge(exit.isEmpty() ? passed.node() : passed.node() + " " + exit, 1L, Long::sum);
        }
        for (Walk.Done done : walked.effects()) {
            if (done.effect() instanceof Effect.Ask) {
                sent[0]++;
                messages++;
                perDay.merge(LocalDate.ofInstant(at, zone).toString(), 1L, Long::sum);
            }
        }
        run.node = walked.node();
        run.passed = walked.number();
        switch (walked.last()) {
            case Next.Stays stays -> {
                run.waiting = stays.why();
                run.control |= stays.why() == Waiting.CONTROL;
                run.due = switch (stays.why()) {
                    case MESSAGE -> at.plus(SENT_AFTER);
                    case GIFT -> at;
                    case TIME, EVENT, TASK, CONTROL, NOTHING -> stays.until();
                };
            }
            case Next.Ends _ -> run.live = false;
            case Next.Ignored _ -> run.due = null;
            case Next.Goes _ -> throw new IllegalStateException("a walk ends where somebody waits");
        }
    }

    private Instant plusDays(Instant at, int days) {
        return LocalClock.plus(at, new Span(days, SpanUnit.DAYS), zone);
    }

    private void count(int customer, List<Going> runs, int sent) {
        if (runs.isEmpty()) {
            return;
        }
        customers++;
        perCustomer.merge(sent, 1L, Long::sum);
        for (Going run : runs) {
            entered++;
            control += run.control ? 1 : 0;
            ended += run.live ? 0 : 1;
            goals += run.goal && !run.control ? 1 : 0;
            if (samples.size() < SAMPLES) {
                samples.add(new SimulatedWay(new CustomerNo(customer), run.enteredAt, List.copyOf(run.steps)));
            }
        }
    }

    /// @param complete whether everything was looked at
    SimulationCounts counts(boolean complete) {
        int most =
                perCustomer.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        return new SimulationCounts(
                from,
                until,
                events,
                customers,
                entered,
                control,
                ended,
                goals,
                messages,
                most,
                perDay,
                perCustomer,
                nodes,
                samples,
                complete);
    }
}
