package io.waterwheel.journey.saved;

import static io.waterwheel.journey.generated.Tables.ADMISSION;
import static io.waterwheel.journey.generated.Tables.ENTRANT;
import static io.waterwheel.journey.generated.Tables.JOURNEY_VERSION;
import static io.waterwheel.journey.generated.Tables.RUN;
import static io.waterwheel.journey.generated.Tables.SAVED_JOURNEY;

import io.waterwheel.access.Brand;
import io.waterwheel.journey.JourneyId;
import io.waterwheel.journey.JourneyProblem;
import io.waterwheel.journey.count.Tallies;
import io.waterwheel.journey.generated.tables.records.SavedJourneyRecord;
import io.waterwheel.journey.language.JourneyDefinition;
import io.waterwheel.journey.language.OnSegment;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.CustomerQuestions;
import io.waterwheel.segment.SegmentId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// What people do with journeys. Publishing adds a version and touches nobody inside; pausing and going on
/// change one row, however many are inside.
@Component
public class Journeys {

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final Drafts drafts;
    private final FollowedJourneys followed;
    private final CustomerQuestions questions;
    private final Tallies tallies;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final JsonMapper json;

    Journeys(
            DSLContext database,
            TransactionOperations transactions,
            Drafts drafts,
            FollowedJourneys followed,
            CustomerQuestions questions,
            Tallies tallies,
            AuditTrail audit,
            InstantSource clock,
            JsonMapper json) {
        this.database = database;
        this.transactions = transactions;
        this.drafts = drafts;
        this.followed = followed;
        this.questions = questions;
        this.tallies = tallies;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /// The last changed first.
    public List<JourneySummary> list(Brand brand) {
        var rows = database.selectFrom(SAVED_JOURNEY)
                .where(SAVED_JOURNEY.BRAND_ID.eq(brand.id().value()))
                .orderBy(SAVED_JOURNEY.UPDATED_AT.desc(), SAVED_JOURNEY.ID.desc())
                .fetch();
        List<Long> ids = rows.getValues(SAVED_JOURNEY.ID);
        Map<Long, Map<Integer, Long>> inside = tallies.inside(ids);
        Map<Long, Integer> aside = database.select(RUN.JOURNEY_ID, DSL.count())
                .from(RUN)
                .where(RUN.JOURNEY_ID.in(ids))
                .and(RUN.STATE.eq(DSL.inline("aside")))
                .groupBy(RUN.JOURNEY_ID)
                .fetchMap(row -> row.value1(), row -> row.value2());
        return rows.map(row -> new JourneySummary(
                new JourneyId(row.getId()),
                row.getName(),
                JourneyState.of(row.getState()),
                row.getVersion(),
                inside.getOrDefault(row.getId(), Map.of()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                aside.getOrDefault(row.getId(), 0),
                row.getNextAt(),
                row.getUpdatedAt(),
                row.getUpdatedBy()));
    }

    /// @throws Problem `not-found`
    public Journey get(Brand brand, JourneyId id) {
        return journey(brand, row(brand, id, false));
    }

    /// @throws Problem `journey-name-taken`
    public Journey create(Brand brand, JourneyDraft draft) {
        return named(draft.name(), () -> {
            Instant now = clock.instant();
            SavedJourneyRecord row = database.newRecord(SAVED_JOURNEY);
            row.setBrandId(brand.id().value());
            row.setState(JourneyState.DRAFT.code());
            row.setHeldMillis(0L);
            row.setEmptying(false);
            row.setCreatedAt(now);
            fill(row, draft, now);
            row.store();
            record("journey.create", brand, row, Map.of());
            return journey(brand, row);
        });
    }

    /// Changes the draft; people inside and those who come in go on by what was published.
    ///
    /// @throws Problem `not-found`, `journey-name-taken`
    public Journey update(Brand brand, JourneyId id, JourneyDraft draft) {
        return named(draft.name(), () -> {
            SavedJourneyRecord row = row(brand, id, true);
            fill(row, draft, clock.instant());
            row.store();
            record("journey.update", brand, row, Map.of());
            return journey(brand, row);
        });
    }

    private Journey named(String name, Supplier<Journey> change) {
        try {
            return Objects.requireNonNull(transactions.execute(_ -> change.get()));
        } catch (DuplicateKeyException | IntegrityConstraintViolationException e) {
            throw new Problem(JourneyProblem.JOURNEY_NAME_TAKEN, e).with("name", name);
        }
    }

    private void fill(SavedJourneyRecord row, JourneyDraft draft, Instant now) {
        row.setName(draft.name());
        row.setDescription(draft.description());
        row.setDraft(JSONB.valueOf(draft.definition().toString()));
        row.setUpdatedAt(now);
        row.setUpdatedBy(Actor.current().name());
    }

    /// Lets people into what the draft says from now on.
    ///
    /// @throws Problem `not-found`, `journey-state`, `journey-invalid` with every wrong place
    public Journey publish(Brand brand, JourneyId id) {
        return step(brand, id, JourneyStep.PUBLISH, (row, now) -> {
            Drafts.Judged judged =
                    drafts.judge(brand, json.readTree(row.getDraft().data()), id.toString());
            JourneyDefinition definition = judged.sound().orElseThrow(judged::problem);
            boolean running =
                    row.getVersion() != null && JourneyState.LIVE.code().equals(row.getState());
            int version = row.getVersion() == null ? 1 : row.getVersion() + 1;
            database.insertInto(JOURNEY_VERSION)
                    .set(JOURNEY_VERSION.JOURNEY_ID, id.value())
                    .set(JOURNEY_VERSION.VERSION, version)
                    .set(JOURNEY_VERSION.DEFINITION, JSONB.valueOf(json.writeValueAsString(definition)))
                    .set(JOURNEY_VERSION.PUBLISHED_AT, now)
                    .set(JOURNEY_VERSION.PUBLISHED_BY, Actor.current().name())
                    .execute();
            row.setVersion(version);
            row.setPausedAt(null);
            row.setNextAt(Occasions.next(definition.trigger(), now, brand));
            if (!running) {
                row.setStartedAt(now);
            }
            if (definition.trigger() instanceof OnSegment(String segment, boolean _)) {
                questions.listen(brand, SegmentId.of(segment));
            }
        });
    }

    public Journey pause(Brand brand, JourneyId id) {
        return step(brand, id, JourneyStep.PAUSE, SavedJourneyRecord::setPausedAt);
    }

    /// Timers go on with the time that was left. What a schedule would have done meanwhile is not made up.
    public Journey resume(Brand brand, JourneyId id) {
        return step(brand, id, JourneyStep.RESUME, (row, now) -> {
            row.setHeldMillis(row.getHeldMillis() + sincePaused(row, now));
            row.setPausedAt(null);
            row.setNextAt(Occasions.next(
                    followed.version(row.getId(), row.getVersion()).definition().trigger(), now, brand));
        });
    }

    /// A clock that was put back meanwhile must not make timers run faster.
    private static long sincePaused(SavedJourneyRecord row, Instant now) {
        return Math.max(0, Duration.between(row.getPausedAt(), now).toMillis());
    }

    /// Lets everybody out, soon.
    public Journey stop(Brand brand, JourneyId id) {
        return step(brand, id, JourneyStep.STOP, (row, now) -> {
            if (row.getPausedAt() != null) {
                row.setHeldMillis(row.getHeldMillis() + sincePaused(row, now));
            }
            row.setPausedAt(null);
            row.setNextAt(null);
            row.setEmptying(true);
            database.deleteFrom(ADMISSION)
                    .where(ADMISSION.JOURNEY_ID.eq(id.value()))
                    .execute();
            database.deleteFrom(ENTRANT)
                    .where(ENTRANT.JOURNEY_ID.eq(id.value()))
                    .execute();
        });
    }

    /// Deletes a journey nobody was ever in.
    ///
    /// @throws Problem `not-found`, `journey-state`
    public void delete(Brand brand, JourneyId id) {
        transactions.executeWithoutResult(_ -> {
            SavedJourneyRecord row = row(brand, id, true);
            JourneyState state = JourneyState.of(row.getState());
            if (JourneyStep.DELETE.from(state).isEmpty() || database.fetchExists(RUN, RUN.JOURNEY_ID.eq(id.value()))) {
                throw refused(state);
            }
            database.deleteFrom(JOURNEY_VERSION)
                    .where(JOURNEY_VERSION.JOURNEY_ID.eq(id.value()))
                    .execute();
            row.delete();
            record("journey.delete", brand, row, Map.of());
        });
    }

    /// What a step changes beside the state.
    @FunctionalInterface
    private interface Change {
        void make(SavedJourneyRecord row, Instant now);
    }

    private Journey step(Brand brand, JourneyId id, JourneyStep step, Change change) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            SavedJourneyRecord row = row(brand, id, true);
            JourneyState state = JourneyState.of(row.getState());
            JourneyState next = step.from(state).orElseThrow(() -> refused(state));
            // Microseconds, as the database keeps it: a pause is as long as it says afterwards.
            change.make(row, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            row.setState(next.code());
            row.store();
            record("journey." + step.name().toLowerCase(Locale.ROOT), brand, row, Map.of("version", row.getVersion()));
            return journey(brand, row);
        }));
    }

    private static Problem refused(JourneyState state) {
        return new Problem(JourneyProblem.JOURNEY_STATE).with("state", state.code());
    }

    /// The newest first.
    ///
    /// @throws Problem `not-found`
    public List<JourneyVersion> versions(Brand brand, JourneyId id) {
        row(brand, id, false);
        Map<Integer, Long> inside = tallies.inside(List.of(id.value())).getOrDefault(id.value(), Map.of());
        return database.selectFrom(JOURNEY_VERSION)
                .where(JOURNEY_VERSION.JOURNEY_ID.eq(id.value()))
                .orderBy(JOURNEY_VERSION.VERSION.desc())
                .fetch(row -> new JourneyVersion(
                        row.getVersion(),
                        followed.version(id.value(), row.getVersion()).definition(),
                        row.getPublishedAt(),
                        row.getPublishedBy(),
                        inside.getOrDefault(row.getVersion(), 0L)));
    }

    private SavedJourneyRecord row(Brand brand, JourneyId id, boolean held) {
        var query = database.selectFrom(SAVED_JOURNEY)
                .where(SAVED_JOURNEY.BRAND_ID.eq(brand.id().value()))
                .and(SAVED_JOURNEY.ID.eq(id.value()));
        @Nullable SavedJourneyRecord row = held ? query.forUpdate().fetchOne() : query.fetchOne();
        if (row == null) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "journey " + id);
        }
        return row;
    }

    private Journey journey(Brand brand, SavedJourneyRecord row) {
        var draft = json.readTree(row.getDraft().data());
        Drafts.Judged judged = drafts.judge(brand, draft, row.getId().toString());
        JourneyDefinition published = row.getVersion() == null ? null : followed.stored(row.getId(), row.getVersion());
        return new Journey(
                new JourneyId(row.getId()),
                row.getName(),
                row.getDescription(),
                JourneyState.of(row.getState()),
                row.getVersion(),
                draft,
                judged.places(),
                judged.reading(),
                judged.differs(published),
                row.getNextAt(),
                row.getUpdatedAt(),
                row.getUpdatedBy());
    }

    private void record(String action, Brand brand, SavedJourneyRecord row, Map<String, ?> detail) {
        Map<String, Object> told = new LinkedHashMap<>(detail);
        told.put("brand", brand.key());
        told.put("name", row.getName());
        audit.record(action, "journey/" + row.getId(), told);
    }
}
