package io.waterwheel.journey.engine;

import static io.waterwheel.journey.generated.Tables.ADMISSION;
import static io.waterwheel.journey.generated.Tables.SAVED_JOURNEY;

import io.waterwheel.access.Brand;
import io.waterwheel.journey.generated.tables.records.AdmissionRecord;
import io.waterwheel.journey.language.OnDay;
import io.waterwheel.journey.language.OnEvent;
import io.waterwheel.journey.language.OnRequest;
import io.waterwheel.journey.language.OnSchedule;
import io.waterwheel.journey.language.OnSegment;
import io.waterwheel.journey.language.Trigger;
import io.waterwheel.journey.saved.FollowedJourney;
import io.waterwheel.journey.saved.FollowedJourneys;
import io.waterwheel.journey.saved.JourneyState;
import io.waterwheel.journey.saved.Occasions;
import io.waterwheel.kernel.LogWorker;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.SegmentCondition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Lets people in at their time: whom a schedule or a day means is written down once, when the time comes, and
/// they come in piece by piece, so that millions do in bounded memory and a kill loses nobody. Days that were
/// missed while nothing ran are made up; of a schedule, the last time only.
@Component
class Schedules extends LogWorker {

    private static final Logger log = LoggerFactory.getLogger(Schedules.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration POSTPONED = Duration.ofMinutes(1);
    private static final int PIECE = 2_000;

    private final EngineTools tools;
    private final FollowedJourneys journeys;
    private final Doors doors;
    private final DSLContext database;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final Map<Long, Instant> postponed = new ConcurrentHashMap<>();

    Schedules(
            EngineTools tools,
            FollowedJourneys journeys,
            Doors doors,
            DSLContext database,
            TransactionOperations transactions,
            InstantSource clock) {
        super("journey-schedules", EVERY);
        this.tools = tools;
        this.journeys = journeys;
        this.doors = doors;
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    protected boolean work() {
        boolean written = writeDownNext();
        boolean admitted = Boolean.TRUE.equals(transactions.execute(_ -> admitSome()));
        return written || admitted;
    }

    /// A journey whose people cannot be found now waits a while and does not hold up the others.
    private boolean writeDownNext() {
        Instant now = clock.instant();
        postponed.values().removeIf(until -> !until.isAfter(now));
        for (long id : due(now)) {
            if (!postponed.containsKey(id)) {
                try {
                    return Boolean.TRUE.equals(transactions.execute(_ -> writeDown(id)));
                } catch (RuntimeException e) {
                    log.warn("journey.schedule failed journey={} retrySeconds={}", id, POSTPONED.toSeconds(), e);
                    postponed.put(id, now.plus(POSTPONED));
                }
            }
        }
        return false;
    }

    private List<Long> due(Instant now) {
        return database.select(SAVED_JOURNEY.ID)
                .from(SAVED_JOURNEY)
                .where(SAVED_JOURNEY.NEXT_AT.le(now))
                .and(SAVED_JOURNEY.STATE.eq(JourneyState.LIVE.code()))
                .orderBy(SAVED_JOURNEY.NEXT_AT)
                .fetch(SAVED_JOURNEY.ID);
    }

    private boolean writeDown(long id) {
        Instant now = clock.instant();
        boolean ours = database.select(SAVED_JOURNEY.ID)
                .from(SAVED_JOURNEY)
                .where(SAVED_JOURNEY.ID.eq(id))
                .and(SAVED_JOURNEY.NEXT_AT.le(now))
                .and(SAVED_JOURNEY.STATE.eq(JourneyState.LIVE.code()))
                .forUpdate()
                .skipLocked()
                .fetchOptional()
                .isPresent();
        if (!ours) {
            return false;
        }
        FollowedJourney journey =
                Objects.requireNonNull(journeys.byId(database, Set.of(id)).get(id));
        Instant due = Objects.requireNonNull(database.select(SAVED_JOURNEY.NEXT_AT)
                .from(SAVED_JOURNEY)
                .where(SAVED_JOURNEY.ID.eq(id))
                .fetchOne(SAVED_JOURNEY.NEXT_AT));
        Trigger trigger = journeys.version(id, journey.version()).definition().trigger();
        Instant time = trigger instanceof OnSchedule schedule ? last(schedule, due, now, journey.brand()) : due;
        Condition who = who(trigger, time, journey.brand());
        if (who != null) {
            RoaringBitmap members = tools.questions().members(journey.brand(), who);
            database.insertInto(ADMISSION)
                    .set(ADMISSION.JOURNEY_ID, id)
                    .set(ADMISSION.OCCASION, "time/" + time)
                    .set(ADMISSION.MEMBERS, NumberSet.bytes(members))
                    .set(ADMISSION.SIZE, members.getCardinality())
                    .set(ADMISSION.ADMITTED, 0)
                    .set(ADMISSION.AT, now)
                    .onConflictDoNothing()
                    .execute();
        }
        database.update(SAVED_JOURNEY)
                .set(SAVED_JOURNEY.NEXT_AT, Occasions.next(trigger, time, journey.brand()))
                .where(SAVED_JOURNEY.ID.eq(id))
                .execute();
        return true;
    }

    private static Instant last(OnSchedule schedule, Instant due, Instant now, Brand brand) {
        Instant time = due;
        for (Instant next = schedule.next(time, brand.zone());
                !next.isAfter(now);
                next = schedule.next(time, brand.zone())) {
            time = next;
        }
        return time;
    }

    private static @Nullable Condition who(Trigger trigger, Instant time, Brand brand) {
        return switch (trigger) {
            case OnSchedule schedule -> new SegmentCondition(schedule.segment());
            case OnDay day -> Occasions.who(day, brand.dayOf(time));
            case OnEvent _, OnSegment _, OnRequest _ -> null;
        };
    }

    private boolean admitSome() {
        AdmissionRecord row = database.selectFrom(ADMISSION)
                .orderBy(ADMISSION.ID)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOne();
        if (row == null) {
            return false;
        }
        RoaringBitmap members = NumberSet.of(row.getMembers());
        int end = Math.min(row.getSize(), row.getAdmitted() + PIECE);
        FollowedJourney journey =
                journeys.byId(database, Set.of(row.getJourneyId())).get(row.getJourneyId());
        if (journey != null) {
            List<Doors.AtDoor> piece = new ArrayList<>();
            for (int i = row.getAdmitted(); i < end; i++) {
                piece.add(new Doors.AtDoor(members.select(i), "", row.getOccasion(), Map.of()));
            }
            // Many at once: each is seen to by itself, where one that fails holds up no other.
            doors.letIn(journey, piece, true);
        }
        if (end == row.getSize()) {
            row.delete();
        } else {
            row.setAdmitted(end);
            row.update();
        }
        return true;
    }
}
