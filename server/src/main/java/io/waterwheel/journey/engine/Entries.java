package io.waterwheel.journey.engine;

import static io.waterwheel.journey.generated.Tables.RUN;

import io.waterwheel.journey.course.Admittance;
import io.waterwheel.journey.language.Reentry;
import io.waterwheel.journey.saved.FollowedJourney;
import io.waterwheel.journey.saved.FollowedJourneys;
import io.waterwheel.kernel.postgres.RowSet;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Decides who may come in, by who was in before: one statement for all who want to in a batch. Whoever comes
/// in or leaves in the batch is remembered.
final class Entries {

    private final FollowedJourneys journeys;
    private final Map<Place, Past> past = new HashMap<>();

    Entries(FollowedJourneys journeys) {
        this.journeys = journeys;
    }

    /// Somebody at the door.
    record Place(long journey, int customer, String key) {}

    private record Past(Instant enteredAt, boolean live) {}

    void read(DSLContext transaction, Collection<Place> places) {
        RowSet rows = new RowSet(RUN.JOURNEY_ID, RUN.CUSTOMER_NO, RUN.ENTRY_KEY);
        places.stream().distinct().forEach(place -> rows.row(place.journey, place.customer, place.key));
        if (rows.isEmpty()) {
            return;
        }
        RowSet.Given given = rows.as("given");
        transaction
                .select(
                        RUN.JOURNEY_ID,
                        RUN.CUSTOMER_NO,
                        RUN.ENTRY_KEY,
                        DSL.max(RUN.ENTERED_AT),
                        DSL.boolOr(RUN.STATE.ne(RunState.ENDED.code())))
                .from(given.table())
                .join(RUN)
                .on(RUN.CUSTOMER_NO.eq(given.field(RUN.CUSTOMER_NO)))
                .and(RUN.JOURNEY_ID.eq(given.field(RUN.JOURNEY_ID)))
                .and(RUN.ENTRY_KEY.eq(given.field(RUN.ENTRY_KEY)))
                .groupBy(RUN.JOURNEY_ID, RUN.CUSTOMER_NO, RUN.ENTRY_KEY)
                .forEach(row -> past.put(
                        new Place(row.value1(), row.value2(), row.value3()),
                        new Past(row.value4(), Boolean.TRUE.equals(row.value5()))));
    }

    boolean mayEnter(FollowedJourney journey, Place place, Instant now) {
        Reentry rule =
                journeys.version(journey.id(), journey.version()).definition().reentry();
        Past before = past.get(place);
        return before == null || Admittance.of(rule, before.enteredAt, before.live, now) == Admittance.ENTERS;
    }

    void remember(Run run) {
        past.put(new Place(run.journey, run.customer, run.key), new Past(run.enteredAt, run.live()));
    }
}
