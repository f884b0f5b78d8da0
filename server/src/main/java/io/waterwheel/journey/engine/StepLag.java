package io.waterwheel.journey.engine;

import static io.waterwheel.journey.generated.Tables.SAVED_JOURNEY;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.waterwheel.journey.saved.FollowedJourney;
import io.waterwheel.journey.saved.FollowedJourneys;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// How long whoever waits longest for us has been due, as the metric `journey.step.lag`; a look into an index
/// for each journey.
@Component
class StepLag {

    private final DSLContext database;
    private final FollowedJourneys journeys;
    private final InstantSource clock;

    StepLag(DSLContext database, FollowedJourneys journeys, InstantSource clock, MeterRegistry meters) {
        this.database = database;
        this.journeys = journeys;
        this.clock = clock;
        Gauge.builder("journey.step.lag", this::seconds)
                .description("How long the longest overdue step of a live journey has been due")
                .baseUnit("seconds")
                .register(meters);
    }

    private double seconds() {
        Instant now = clock.instant();
        Map<Long, Instant> first = database.select(SAVED_JOURNEY.ID, RunRows.firstDue())
                .from(SAVED_JOURNEY)
                .where(SAVED_JOURNEY.STATE.eq("live"))
                .fetchMap(row -> row.value1(), row -> row.value2() == null ? now : row.value2());
        double most = 0;
        for (FollowedJourney journey : journeys.byId(database, first.keySet()).values()) {
            Instant due = first.getOrDefault(journey.id(), now);
            most = Math.max(most, Duration.between(due, journey.clock(now)).toMillis() / 1_000.0);
        }
        return most;
    }
}
