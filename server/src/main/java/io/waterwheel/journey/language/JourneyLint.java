package io.waterwheel.journey.language;

import io.waterwheel.segment.language.Condition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says what keeps a definition from being a journey that people can be let into: each place, so that a canvas
/// can mark it. Linear in nodes and edges.
public final class JourneyLint {

    private final JourneyDefinition journey;
    private final String pointer;
    private final Known known;
    private final @Nullable String itself;
    private final Map<String, Node> byId;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<InvalidJourney.Place> faults = new ArrayList<>();

    private JourneyLint(JourneyDefinition journey, String pointer, Known known, @Nullable String itself) {
        this.journey = journey;
        this.pointer = pointer;
        this.known = known;
        this.itself = itself;
        this.byId = journey.byId();
    }

    /// @param pointer where in the request the definition stands
    /// @param itself  the journey's own id; null when it has none yet
    /// @return every wrong place; nothing when the journey can run
    public static List<InvalidJourney.Place> check(
            JourneyDefinition journey, String pointer, Known known, @Nullable String itself) {
        JourneyLint lint = new JourneyLint(journey, pointer, known, itself);
        lint.graph();
        lint.references();
        lint.rules();
        return lint.faults;
    }

    private void graph() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < journey.nodes().size(); i++) {
            String id = journey.nodes().get(i).id();
            places.putIfAbsent(id, i);
            if (!seen.add(id)) {
                wrong("/nodes/" + i + "/id", JourneyFault.TAKEN, id);
            }
        }
        if (journey.nodes().isEmpty()) {
            wrong("/nodes", JourneyFault.NO_NODES, "");
            return;
        }
        if (!byId.containsKey(journey.start())) {
            wrong("/start", JourneyFault.UNKNOWN_NODE, journey.start());
        }
        byId.values().forEach(this::exits);
        Set<String> reached = from(journey.start(), forward());
        Set<String> ending = ending();
        for (Node node : byId.values()) {
            // Before it is said that no end is reached, every exit leads somewhere.
            if (byId.containsKey(journey.start()) && !reached.contains(node.id())) {
                wrong(at(node), JourneyFault.UNREACHABLE, "");
            } else if (closed(node) && !ending.contains(node.id())) {
                wrong(at(node), JourneyFault.NO_END, "");
            }
        }
        loops();
    }

    private void exits(Node node) {
        for (String exit : node.step().exits()) {
            String target = node.exits().get(exit);
            if (target == null) {
                wrong(at(node) + "/exits", JourneyFault.OPEN_EXIT, exit);
            } else if (!byId.containsKey(target)) {
                wrong(at(node) + "/exits/" + exit, JourneyFault.UNKNOWN_NODE, target);
            }
        }
        for (String exit : node.exits().keySet()) {
            if (!node.step().exits().contains(exit)) {
                wrong(at(node) + "/exits/" + exit, JourneyFault.UNKNOWN_EXIT, exit);
            }
        }
    }

    private boolean closed(Node node) {
        return node.step().exits().stream()
                .allMatch(exit -> byId.containsKey(node.exits().getOrDefault(exit, "")));
    }

    private Map<String, Set<String>> forward() {
        Map<String, Set<String>> edges = new HashMap<>();
        byId.values()
                .forEach(node -> edges.put(node.id(), new HashSet<>(node.exits().values())));
        return edges;
    }

    /// The nodes from which some way leads to an end.
    private Set<String> ending() {
        Map<String, Set<String>> backward = new HashMap<>();
        byId.values()
                .forEach(node -> node.exits()
                        .values()
                        .forEach(target -> backward.computeIfAbsent(target, _ -> new HashSet<>())
                                .add(node.id())));
        Set<String> ending = new HashSet<>();
        byId.values().stream()
                .filter(node -> node.step() instanceof Leave)
                .forEach(node -> ending.addAll(from(node.id(), backward)));
        return ending;
    }

    private static Set<String> from(String start, Map<String, Set<String>> edges) {
        Set<String> reached = new HashSet<>(Set.of(start));
        Deque<String> left = new ArrayDeque<>(reached);
        while (!left.isEmpty()) {
            for (String next : edges.getOrDefault(left.removeFirst(), Set.of())) {
                if (reached.add(next)) {
                    left.add(next);
                }
            }
        }
        return reached;
    }

    /// Nodes at which no time passes are taken away one by one as soon as all that follow are; what stays is on
    /// a loop, or leads to one.
    private void loops() {
        Map<String, Set<String>> left = new LinkedHashMap<>();
        for (Node node : byId.values()) {
            if (!node.step().waits()) {
                left.put(node.id(), new HashSet<>(node.exits().values()));
            }
        }
        boolean taken = true;
        while (taken) {
            taken = left.values().removeIf(targets -> targets.stream().noneMatch(left::containsKey));
        }
        for (String id : left.keySet()) {
            if (onLoop(id, left)) {
                wrong(at(Objects.requireNonNull(byId.get(id))), JourneyFault.ENDLESS, "");
            }
        }
    }

    private static boolean onLoop(String id, Map<String, Set<String>> edges) {
        return edges.getOrDefault(id, Set.of()).stream()
                .filter(edges::containsKey)
                .anyMatch(next -> from(next, edges).contains(id));
    }

    private void references() {
        switch (journey.trigger()) {
            case OnSegment(String segment, boolean _) -> segment(segment, "/trigger/segment");
            case OnSchedule schedule -> segment(schedule.segment(), "/trigger/segment");
            case OnEvent _, OnDay _, OnRequest _ -> {
                // refers to nothing
            }
        }
        int holdouts = 0;
        for (Node node : byId.values()) {
            String at = at(node) + "/step";
            switch (node.step()) {
                case Message message ->
                    unless(
                            known.template(message.template()).isPresent(),
                            at + "/template",
                            JourneyFault.UNKNOWN_TEMPLATE);
                case ChangeTag change -> tag(change, at);
                case GiveCoupon(String template) ->
                    unless(known.coupon(template).isPresent(), at + "/template", JourneyFault.UNKNOWN_COUPON);
                case EnterJourney(String other) -> {
                    if (other.equals(itself)) {
                        wrong(at + "/journey", JourneyFault.ITSELF, "");
                    } else {
                        unless(known.journey(other).isPresent(), at + "/journey", JourneyFault.UNKNOWN_JOURNEY);
                    }
                }
                case Branch(List<Branch.Case> cases) -> {
                    for (int i = 0; i < cases.size(); i++) {
                        condition(cases.get(i).condition(), at + "/cases/" + i + "/condition");
                    }
                }
                case Holdout _ -> {
                    unless(journey.goal() != null, at, JourneyFault.HOLDOUT_WITHOUT_GOAL);
                    unless(++holdouts == 1, at, JourneyFault.SECOND_HOLDOUT);
                }
                case Delay _, UntilTime _, UntilEvent _, Split _, GuideWork _, GivePoints _, Webhook _, Leave _ -> {
                    // refers to nothing
                }
            }
        }
    }

    private void rules() {
        switch (journey.goal()) {
            case EventGoal goal ->
                unless(
                        !(journey.trigger() instanceof OnEvent(var event)) || !event.equals(goal.event()),
                        "/goal/event",
                        JourneyFault.GOAL_STARTS_IT);
            case ConditionGoal goal -> condition(goal.condition(), "/goal/condition");
            case null -> {
                // nothing is measured
            }
        }
        for (int i = 0; i < journey.exitRules().size(); i++) {
            String at = "/exitRules/" + i;
            switch (journey.exitRules().get(i)) {
                case ExitOnEvent(var event) ->
                    unless(
                            !(journey.trigger() instanceof OnEvent(var starts)) || !starts.equals(event),
                            at + "/event",
                            JourneyFault.EXIT_STARTS_IT);
                case ExitOnCondition(Condition condition) -> condition(condition, at + "/condition");
            }
        }
        unless(
                journey.reentry().key() == null || journey.trigger() instanceof OnEvent,
                "/reentry/key",
                JourneyFault.KEY_OF_EVENT);
    }

    private void tag(ChangeTag change, String at) {
        if (known.tag(change.tag()).isEmpty()) {
            wrong(at + "/tag", JourneyFault.UNKNOWN_TAG, "");
        } else {
            unless(
                    !change.added() || known.carries(change.tag(), change.value()),
                    at + "/value",
                    JourneyFault.WRONG_TAG_VALUE);
        }
    }

    private void segment(String id, String at) {
        unless(known.segment(id).isPresent(), at, JourneyFault.UNKNOWN_SEGMENT);
    }

    private void condition(Condition condition, String at) {
        known.missing(condition, pointer + at).forEach(place -> faults.add(InvalidJourney.Place.of(place)));
    }

    private void unless(boolean fine, String at, JourneyFault fault) {
        if (!fine) {
            wrong(at, fault, "");
        }
    }

    private String at(Node node) {
        return "/nodes/" + places.getOrDefault(node.id(), 0);
    }

    private void wrong(String at, JourneyFault fault, Object about) {
        faults.add(InvalidJourney.Place.of(pointer + at, fault, about));
    }
}
