package io.waterwheel.journey.engine;

import io.waterwheel.customer.Customers;
import io.waterwheel.journey.saved.FollowedJourney;
import io.waterwheel.journey.saved.FollowedJourneys;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LogConsumer;
import io.waterwheel.kernel.event.LoggedEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Journeys hear of events here, in log order; what an event brings about commits with the offset, so that
/// nothing is done twice and nothing left out. A batch that fails is taken again in the careful way: whoever
/// would go on is only marked to, and [DueMoves] sees to each by itself.
@Component
class JourneyEvents implements LogConsumer {

    private final EngineTools tools;
    private final FollowedJourneys journeys;
    private final Customers customers;
    private final MergedRuns merged;
    private final InstantSource clock;
    private volatile long failedAt = -1;

    JourneyEvents(
            EngineTools tools, FollowedJourneys journeys, Customers customers, MergedRuns merged, InstantSource clock) {
        this.tools = tools;
        this.journeys = journeys;
        this.customers = customers;
        this.merged = merged;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "journeys";
    }

    /// Somebody has just done something, and the answer is to come while they are there.
    @Override
    public Duration gather() {
        return Duration.ofMillis(50);
    }

    @Override
    public void consume(DSLContext transaction, List<LoggedEvent> events) {
        List<FollowedJourney> followed = journeys.all(transaction);
        if (followed.isEmpty()) {
            return;
        }
        long first = events.getFirst().position();
        boolean careful = failedAt == first;
        failedAt = first;
        followMerges(transaction, events);
        Map<BrandId, Set<String>> names = journeys.names(followed);
        List<LoggedEvent> asked = events.stream()
                .filter(event -> event.customer() != null
                        && names.getOrDefault(event.brand(), Set.of()).contains(event.name()))
                .toList();
        if (!asked.isEmpty()) {
            RunRows.byIndex(transaction);
            Moves moves = new Moves(tools, transaction, clock.instant(), careful);
            new EventMoves(tools, transaction, moves, followed).take(customers, asked);
            moves.write();
        }
        failedAt = -1;
    }

    /// Whoever came in while their customer was merged stands under the number of before.
    private void followMerges(DSLContext transaction, List<LoggedEvent> events) {
        Set<CustomerNo> numbers = new HashSet<>();
        for (LoggedEvent event : events) {
            if (event.name().equals(EventNames.CUSTOMERS_MERGED) && event.customer() != null) {
                numbers.add(event.customer());
            }
        }
        if (!numbers.isEmpty()) {
            merged.follow(transaction, customers.numbers(numbers));
        }
    }
}
