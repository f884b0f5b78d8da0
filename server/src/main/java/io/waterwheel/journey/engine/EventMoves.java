package io.waterwheel.journey.engine;

import io.waterwheel.customer.Customers;
import io.waterwheel.journey.course.EndReason;
import io.waterwheel.journey.course.Signal;
import io.waterwheel.journey.course.Waiting;
import io.waterwheel.journey.language.Goal;
import io.waterwheel.journey.language.Node;
import io.waterwheel.journey.language.Span;
import io.waterwheel.journey.language.UntilEvent;
import io.waterwheel.journey.saved.FollowedJourney;
import io.waterwheel.journey.saved.FollowedJourneys;
import io.waterwheel.journey.saved.PublishedJourney;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.segment.language.EventFilter;
import io.waterwheel.warehouse.EventProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// One batch of events, in their order: who waited for one goes on, who is let in by one comes in, and what
/// waits for the next one of the same customer in the same batch is found too, because all of it is in memory
/// until the end.
final class EventMoves {

    /// What happened longer ago moves nobody: files with last year's orders are read every day. A goal counts
    /// by when it happened.
    private static final Duration OLDEST = Duration.ofDays(1);

    private final EngineTools tools;
    private final DSLContext transaction;
    private final Moves moves;
    private final Map<Long, FollowedJourney> journeys = new LinkedHashMap<>();
    private final Map<BrandId, Map<String, List<FollowedJourney>>> doors = new HashMap<>();
    private final Map<Integer, List<Run>> runs = new HashMap<>();
    private final Entries entries;

    EventMoves(EngineTools tools, DSLContext transaction, Moves moves, Collection<FollowedJourney> followed) {
        this.tools = tools;
        this.transaction = transaction;
        this.moves = moves;
        this.entries = new Entries(tools.journeys());
        followed.forEach(journey -> journeys.put(journey.id(), journey));
        List<FollowedJourney> all = List.copyOf(followed);
        followed.stream()
                .map(journey -> journey.brand().id())
                .distinct()
                .forEach(brand -> doors.put(brand, FollowedJourneys.lettingIn(all, brand, tools.journeys())));
    }

    /// @param events those some journey asks for, in log order
    void take(Customers customers, List<LoggedEvent> events) {
        Map<CustomerNo, CustomerNo> current = customers.current(
                events.stream().map(LoggedEvent::customer).collect(Collectors.toCollection(HashSet::new)));
        List<Happened> all = events.stream()
                .map(event -> {
                    CustomerNo told = Objects.requireNonNull(event.customer());
                    return new Happened(event, current.getOrDefault(told, told).value());
                })
                .toList();
        Set<RunRows.Awaited> awaited = new LinkedHashSet<>();
        all.forEach(one -> awaited.add(new RunRows.Awaited(one.event.brand().value(), one.event.name(), one.customer)));
        tools.rows().waiting(transaction, awaited).forEach(this::know);
        entries.read(
                transaction,
                all.stream()
                        .flatMap(one -> atDoors(one).stream()
                                .map(journey -> new Entries.Place(journey.id(), one.customer, one.key(journey))))
                        .toList());
        all.forEach(this::take);
    }

    /// An event and whose it is now; its properties are read once, and only if somebody asks.
    private final class Happened {

        private final LoggedEvent event;
        private final int customer;
        private @Nullable Map<String, List<String>> properties;

        Happened(LoggedEvent event, int customer) {
            this.event = event;
            this.customer = customer;
        }

        Map<String, List<String>> properties() {
            if (properties == null) {
                properties = EventProperties.of(event.name(), event.properties());
            }
            return properties;
        }

        boolean is(EventFilter filter) {
            return filter.event().equals(event.name())
                    && (filter.where().isEmpty() || filter.test(event.name(), properties()));
        }

        boolean recent() {
            return event.at().isAfter(moves.now().minus(OLDEST));
        }

        String key(FollowedJourney journey) {
            String property = tools.journeys()
                    .version(journey.id(), journey.version())
                    .definition()
                    .reentry()
                    .key();
            List<String> values = property == null ? List.of() : properties().getOrDefault(property, List.of());
            return values.isEmpty() ? "" : values.getFirst();
        }

        Map<String, String> context() {
            return EntryContext.of(properties());
        }
    }

    private void know(Run run) {
        runs.computeIfAbsent(run.customer, _ -> new ArrayList<>()).add(run);
    }

    private void take(Happened happened) {
        for (Run run : List.copyOf(runs.getOrDefault(happened.customer, List.of()))) {
            FollowedJourney journey = journeys.get(run.journey);
            if (journey != null && run.brand.id().equals(happened.event.brand())) {
                take(happened, run, journey);
                entries.remember(run);
            }
        }
        for (FollowedJourney journey : atDoors(happened)) {
            letIn(happened, journey);
        }
    }

    private void take(Happened happened, Run run, FollowedJourney journey) {
        PublishedJourney version = tools.journeys().version(run.journey, run.version);
        Goal goal = version.definition().goal();
        if (goal != null
                && run.goalAt == null
                && version.goalEvent().filter(happened::is).isPresent()
                && counts(happened, run, goal)) {
            moves.reached(run, journey, happened.event.at());
            if (goal.leave()) {
                moves.takeOut(run, journey, EndReason.GOAL, null);
            }
        }
        if (!run.live() || !happened.recent()) {
            return;
        }
        if (version.exitEvents().stream().anyMatch(happened::is)) {
            moves.takeOut(run, journey, EndReason.RULE, null);
            return;
        }
        Node node = version.nodes().get(run.node);
        if (run.state == RunState.WAITING
                && run.waiting == Waiting.EVENT
                && node != null
                && node.step() instanceof UntilEvent(EventFilter event, Span _)
                && happened.is(event)) {
            moves.signal(run, journey, new Signal.Answered(UntilEvent.HAPPENED), null);
        }
    }

    private static boolean counts(Happened happened, Run run, Goal goal) {
        Instant at = happened.event.at();
        return !at.isBefore(run.enteredAt) && !at.isAfter(Moves.goalUntil(run, goal));
    }

    private List<FollowedJourney> atDoors(Happened happened) {
        List<FollowedJourney> named =
                doors.getOrDefault(happened.event.brand(), Map.of()).getOrDefault(happened.event.name(), List.of());
        return !named.isEmpty() && happened.recent() ? named : List.of();
    }

    private void letIn(Happened happened, FollowedJourney journey) {
        if (happened.event.at().isBefore(journey.startedAt())
                || !tools.journeys()
                        .version(journey.id(), journey.version())
                        .letsIn(happened.event.name(), happened.properties())) {
            return;
        }
        Entries.Place place = new Entries.Place(journey.id(), happened.customer, happened.key(journey));
        if (entries.mayEnter(journey, place, moves.now())) {
            Run run = moves.enter(
                    journey,
                    happened.customer,
                    place.key(),
                    "event/" + happened.event.key(),
                    happened.context(),
                    happened.event.at());
            know(run);
            entries.remember(run);
        }
    }
}
