package io.waterwheel.journey.language;

import io.waterwheel.segment.language.Canonical;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// One normal form for journeys that obviously mean the same: what is asked is in the segments' normal form,
/// nodes and exits are sorted, places on the canvas are left out. What people are in for does not change by
/// moving a box.
public final class CanonicalJourney {

    private CanonicalJourney() {}

    public static JourneyDefinition of(JourneyDefinition journey) {
        Goal goal = journey.goal();
        return new JourneyDefinition(
                of(journey.trigger()),
                journey.start(),
                journey.nodes().stream()
                        .map(node -> new Node(node.id(), of(node.step()), new TreeMap<>(node.exits()), null))
                        .sorted(Comparator.comparing(Node::id))
                        .toList(),
                goal == null ? null : of(goal),
                journey.exitRules().stream()
                        .map(CanonicalJourney::of)
                        .distinct()
                        .toList(),
                journey.reentry());
    }

    private static Trigger of(Trigger trigger) {
        return switch (trigger) {
            case OnEvent(var event) -> new OnEvent(Canonical.of(event));
            case OnSchedule(var segment, var every, var weekdays, var day, var time) ->
                new OnSchedule(segment, every, sorted(weekdays), day, time);
            case OnSegment _, OnDay _, OnRequest _ -> trigger;
        };
    }

    private static Goal of(Goal goal) {
        return switch (goal) {
            case EventGoal(var event, int days, boolean leave) -> new EventGoal(Canonical.of(event), days, leave);
            case ConditionGoal(var condition, int days, boolean leave) ->
                new ConditionGoal(Canonical.of(condition), days, leave);
        };
    }

    private static ExitRule of(ExitRule rule) {
        return switch (rule) {
            case ExitOnEvent(var event) -> new ExitOnEvent(Canonical.of(event));
            case ExitOnCondition(var condition) -> new ExitOnCondition(Canonical.of(condition));
        };
    }

    private static Step of(Step step) {
        return switch (step) {
            case UntilTime(var time, var weekdays) -> new UntilTime(time, sorted(weekdays));
            case UntilEvent(var event, var timeout) -> new UntilEvent(Canonical.of(event), timeout);
            case Branch(var cases) ->
                new Branch(cases.stream()
                        .map(one -> new Branch.Case(one.exit(), Canonical.of(one.condition())))
                        .toList());
            case Holdout(var percent) -> new Holdout(percent.stripTrailingZeros());
            case Delay _, Split _, Message _, ChangeTag _, GuideWork _, Giving _, Webhook _, EnterJourney _, Leave _ ->
                step;
        };
    }

    private static List<Weekday> sorted(List<Weekday> weekdays) {
        return weekdays.stream().distinct().sorted().toList();
    }
}
