package io.waterwheel.journey.engine;

import static io.waterwheel.journey.generated.Tables.ENTRANT;

import io.waterwheel.customer.Customers;
import io.waterwheel.journey.generated.tables.records.EntrantRecord;
import io.waterwheel.journey.saved.FollowedJourney;
import io.waterwheel.journey.saved.FollowedJourneys;
import io.waterwheel.journey.saved.JourneyState;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.LogWorker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.type.TypeReference;

/// Lets in whom another journey or a request sends.
@Component
class Doors extends LogWorker {

    private static final Logger log = LoggerFactory.getLogger(Doors.class);
    private static final TypeReference<Map<String, String>> CONTEXT = new TypeReference<>() {};
    private static final Duration EVERY = Duration.ofMillis(300);
    private static final int BATCH = 1_000;

    private final EngineTools tools;
    private final FollowedJourneys journeys;
    private final Customers customers;
    private final DSLContext database;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Doors(
            EngineTools tools,
            FollowedJourneys journeys,
            Customers customers,
            DSLContext database,
            TransactionOperations transactions,
            InstantSource clock) {
        super("journey-doors", EVERY);
        this.tools = tools;
        this.journeys = journeys;
        this.customers = customers;
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param key         tells runs of one customer apart
    /// @param occasion    the same lets nobody in twice
    record AtDoor(int customer, String key, String occasion, Map<String, String> context) {}

    @Override
    protected boolean work() {
        if (!database.fetchExists(ENTRANT)) {
            return false;
        }
        try {
            return work(false);
        } catch (RuntimeException e) {
            log.warn("journey.doors failed, carefully again", e);
            return work(true);
        }
    }

    private boolean work(boolean careful) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            List<EntrantRecord> rows = database.selectFrom(ENTRANT)
                    .orderBy(ENTRANT.ID)
                    .limit(BATCH)
                    .forUpdate()
                    .skipLocked()
                    .fetch();
            if (rows.isEmpty()) {
                return false;
            }
            Map<Long, List<EntrantRecord>> byJourney =
                    rows.stream().collect(Collectors.groupingBy(EntrantRecord::getJourneyId));
            Map<Long, FollowedJourney> followed = journeys.byId(database, byJourney.keySet());
            byJourney.forEach((id, entrants) -> {
                FollowedJourney journey = followed.get(id);
                if (journey != null) {
                    letIn(
                            journey,
                            entrants.stream()
                                    .map(row -> new AtDoor(
                                            row.getCustomerNo(),
                                            row.getEntryKey(),
                                            row.getOccasion(),
                                            tools.json()
                                                    .readValue(row.getContext().data(), CONTEXT)))
                                    .toList(),
                            careful);
                }
            });
            database.deleteFrom(ENTRANT)
                    .where(ENTRANT.ID.eq(
                            DSL.any(rows.stream().map(EntrantRecord::getId).toArray(Long[]::new))))
                    .execute();
            return rows.size() == BATCH;
        }));
    }

    /// Lets in who may come in; into a journey that was stopped, nobody.
    ///
    /// @param careful they are only marked to go on from the first node
    void letIn(FollowedJourney journey, List<AtDoor> people, boolean careful) {
        if (journey.state() == JourneyState.STOPPED) {
            return;
        }
        RunRows.byIndex(database);
        Map<CustomerNo, CustomerNo> current = customers.current(
                people.stream().map(person -> new CustomerNo(person.customer)).toList());
        List<AtDoor> now = people.stream()
                .map(person -> {
                    CustomerNo number = new CustomerNo(person.customer);
                    return new AtDoor(
                            current.getOrDefault(number, number).value(), person.key, person.occasion, person.context);
                })
                .toList();
        Entries entries = new Entries(journeys);
        List<Entries.Place> places = new ArrayList<>();
        now.forEach(person -> places.add(new Entries.Place(journey.id(), person.customer, person.key)));
        entries.read(database, places);
        Moves moves = new Moves(tools, database, clock.instant(), careful);
        for (int i = 0; i < now.size(); i++) {
            AtDoor person = now.get(i);
            if (entries.mayEnter(journey, places.get(i), moves.now())) {
                entries.remember(moves.enter(
                        journey, person.customer, person.key, person.occasion, person.context, moves.now()));
            }
        }
        moves.write();
    }
}
