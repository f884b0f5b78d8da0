package io.waterwheel.journey.course;

import io.waterwheel.journey.language.ConditionGoal;
import io.waterwheel.journey.language.ExitOnCondition;
import io.waterwheel.journey.language.ExitOnEvent;
import io.waterwheel.journey.language.JourneyDefinition;
import io.waterwheel.journey.language.Node;
import io.waterwheel.segment.language.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One customer's way from a signal to where they wait next, or to the end.
public final class Walk {

    /// A definition without endless loops passes each node once before somebody waits.
    private static final int SPARE = 10;

    private final JourneyDefinition journey;
    private final Map<String, Node> nodes;
    private final Predicate<Condition> meets;
    private final Transitions transitions;
    private final List<Passed> path = new ArrayList<>();
    private final List<Done> effects = new ArrayList<>();
    private boolean goal;
    private int number;

    /// @param number how many nodes were left before
    public Walk(
            JourneyDefinition journey, Map<String, Node> nodes, Traveller who, Predicate<Condition> meets, int number) {
        this.journey = journey;
        this.nodes = nodes;
        this.meets = meets;
        this.transitions = new Transitions(journey, who, meets);
        this.number = number;
    }

    /// A node that was left.
    ///
    /// @param number counts the nodes of one run from 1
    /// @param exit   by which exit; null at the end
    public record Passed(int number, String node, @Nullable String exit) {}

    /// An effect, and which passage of which node brought it about.
    public record Done(int number, String node, Effect effect) {}

    /// @param node where they are now
    /// @param goal whether it was found that they reached the goal
    /// @param last [Next.Stays], [Next.Ends] or [Next.Ignored]
    public record Walked(String node, Next last, int number, List<Passed> path, List<Done> effects, boolean goal) {}

    /// @param reached whether the goal was reached before
    /// @throws IllegalStateException when the journey has no such node, or has no end
    public Walked from(String start, Signal first, Instant now, boolean reached) {
        Node node = node(start);
        Signal signal = first;
        if (!(signal instanceof Signal.Arrived)) {
            EndReason reason = leaves(reached);
            if (reason != null) {
                return walked(node, new Next.Ends(reason));
            }
        }
        int most = number + nodes.size() + SPARE;
        while (number <= most) {
            Next next = transitions.next(node, signal, now);
            switch (next) {
                case Next.Goes(String exit, String target, List<Effect> done) -> {
                    number++;
                    note(node, done);
                    path.add(new Passed(number, node.id(), exit));
                    node = node(target);
                    signal = new Signal.Arrived();
                }
                case Next.Stays stays -> {
                    // It will be this passage when the node is left.
                    number++;
                    note(node, stays.effects());
                    number--;
                    return walked(node, stays);
                }
                case Next.Ends ends -> {
                    return walked(node, ends);
                }
                case Next.Ignored ignored -> {
                    return walked(node, ignored);
                }
            }
        }
        throw new IllegalStateException("no wait in " + most + " nodes from " + start);
    }

    /// Conditions are looked at before a node is left at which somebody waited.
    private @Nullable EndReason leaves(boolean reached) {
        if (!reached && journey.goal() instanceof ConditionGoal(var condition, int _, boolean leave)) {
            goal = meets.test(condition);
            if (goal && leave) {
                return EndReason.GOAL;
            }
        }
        boolean out = journey.exitRules().stream().anyMatch(rule -> switch (rule) {
            case ExitOnCondition(Condition condition) -> meets.test(condition);
            case ExitOnEvent _ -> false;
        });
        return out ? EndReason.RULE : null;
    }

    private void note(Node node, List<Effect> done) {
        done.forEach(effect -> effects.add(new Done(number, node.id(), effect)));
    }

    private Walked walked(Node node, Next last) {
        if (last instanceof Next.Ends) {
            number++;
            path.add(new Passed(number, node.id(), null));
        }
        return new Walked(node.id(), last, number, List.copyOf(path), List.copyOf(effects), goal);
    }

    private Node node(String id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw new IllegalStateException("no node " + id);
        }
        return node;
    }
}
