package io.waterwheel.journey.saved;

import io.waterwheel.journey.language.EventGoal;
import io.waterwheel.journey.language.ExitOnEvent;
import io.waterwheel.journey.language.Goal;
import io.waterwheel.journey.language.JourneyDefinition;
import io.waterwheel.journey.language.Node;
import io.waterwheel.journey.language.OnDay;
import io.waterwheel.journey.language.OnEvent;
import io.waterwheel.journey.language.OnRequest;
import io.waterwheel.journey.language.OnSchedule;
import io.waterwheel.journey.language.OnSegment;
import io.waterwheel.journey.language.UntilEvent;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.segment.language.EventFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One version of a journey, ready to be followed; never changes.
///
/// @param awaited the events somebody inside may wait for
/// @param looped  the nodes one can come to more than once
public record PublishedJourney(
        long journey,
        int version,
        JourneyDefinition definition,
        Map<String, Node> nodes,
        Set<String> awaited,
        Set<String> looped) {

    public static PublishedJourney of(long journey, int version, JourneyDefinition definition) {
        Stream<EventFilter> waits = definition.nodes().stream()
                .map(Node::step)
                .filter(UntilEvent.class::isInstance)
                .map(step -> ((UntilEvent) step).event());
        Set<String> awaited = Stream.of(waits, exits(definition).stream(), goal(definition).stream())
                .flatMap(filters -> filters)
                .map(EventFilter::event)
                .collect(Collectors.toUnmodifiableSet());
        Map<String, Node> nodes = definition.byId();
        Set<String> looped = nodes.keySet().stream()
                .filter(id -> reaches(nodes, id, id, new HashSet<>()))
                .collect(Collectors.toUnmodifiableSet());
        return new PublishedJourney(journey, version, definition, nodes, awaited, looped);
    }

    private static boolean reaches(Map<String, Node> nodes, String from, String to, Set<String> seen) {
        Node node = nodes.get(from);
        return node != null
                && node.exits().values().stream()
                        .anyMatch(next -> next.equals(to) || seen.add(next) && reaches(nodes, next, to, seen));
    }

    private static List<EventFilter> exits(JourneyDefinition definition) {
        return definition.exitRules().stream()
                .filter(ExitOnEvent.class::isInstance)
                .map(rule -> ((ExitOnEvent) rule).event())
                .toList();
    }

    private static Optional<EventFilter> goal(JourneyDefinition definition) {
        Goal goal = definition.goal();
        return goal instanceof EventGoal reached ? Optional.of(reached.event()) : Optional.empty();
    }

    /// The events any of which takes people out.
    public List<EventFilter> exitEvents() {
        return exits(definition);
    }

    /// The event that is the goal.
    public Optional<EventFilter> goalEvent() {
        return goal(definition);
    }

    /// What an event must be called to let somebody in; empty when none does.
    public Optional<String> lettingIn() {
        return switch (definition.trigger()) {
            case OnEvent(var event) -> Optional.of(event.event());
            case OnSegment(var _, boolean entered) ->
                Optional.of(entered ? EventNames.SEGMENT_ENTERED : EventNames.SEGMENT_LEFT);
            case OnDay _, OnSchedule _, OnRequest _ -> Optional.empty();
        };
    }

    /// Whether the event lets its customer in.
    public boolean letsIn(String event, Map<String, List<String>> properties) {
        return switch (definition.trigger()) {
            case OnEvent(var filter) -> filter.test(event, properties);
            case OnSegment(var segment, boolean entered) ->
                event.equals(entered ? EventNames.SEGMENT_ENTERED : EventNames.SEGMENT_LEFT)
                        && properties.getOrDefault("segment", List.of()).contains(segment);
            case OnDay _, OnSchedule _, OnRequest _ -> false;
        };
    }
}
