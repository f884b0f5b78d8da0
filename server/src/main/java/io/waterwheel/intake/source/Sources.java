package io.waterwheel.intake.source;

import static io.waterwheel.intake.generated.Tables.SOURCE;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.EventSources;
import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.intake.IssuedWriteKey;
import io.waterwheel.intake.NewSource;
import io.waterwheel.intake.Source;
import io.waterwheel.intake.SourceChange;
import io.waterwheel.intake.SourceId;
import io.waterwheel.intake.SourceKind;
import io.waterwheel.intake.SourceSide;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// A brand's sources: made, listed, revoked.
@Component
public class Sources implements EventSources {

    private static final int LONGEST_NAME = 80;
    private static final int FASTEST = 1_000_000;

    private final DSLContext database;
    private final InstantSource clock;
    private final AuditTrail audit;
    private final Reporters reporters;

    Sources(DSLContext database, InstantSource clock, AuditTrail audit, Reporters reporters) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
        this.reporters = reporters;
    }

    public List<Source> of(Brand brand) {
        return database.select()
                .from(SOURCE)
                .where(SOURCE.BRAND_ID.eq(brand.id().value()))
                .orderBy(SOURCE.ID)
                .fetch(Sources::source);
    }

    @Override
    @Transactional
    public IssuedWriteKey create(Brand brand, String name) {
        return create(brand, new NewSource(name, SourceSide.SERVER));
    }

    /// Makes a source that reports by HTTP.
    ///
    /// @throws Problem `source-name-taken`, `invalid`
    @Transactional
    public IssuedWriteKey create(Brand brand, NewSource wanted) {
        WriteKey key = WriteKey.random();
        SourceSide side = wanted.side() == null ? SourceSide.SERVER : wanted.side();
        Record row = insert(brand, checked(wanted.name()), SourceKind.HTTP, new Way(key, side, null));
        if (row == null) {
            throw new Problem(IntakeProblem.SOURCE_NAME_TAKEN)
                    .with("name", wanted.name().strip());
        }
        Source source = source(row);
        audit.record(
                "source.create",
                "source/" + source.id(),
                Map.of("brand", brand.key(), "name", source.name(), "side", side.code()));
        return new IssuedWriteKey(source, key.text());
    }

    @Override
    @Transactional
    public Source createStream(Brand brand, String name) {
        Record row = insert(brand, checked(name), SourceKind.KAFKA, Way.NONE);
        if (row == null) {
            throw new Problem(IntakeProblem.SOURCE_NAME_TAKEN).with("name", name.strip());
        }
        Source source = source(row);
        audit.record("source.create", "source/" + source.id(), Map.of("brand", brand.key(), "name", source.name()));
        return source;
    }

    @Override
    public Source get(Brand brand, SourceId id) {
        return database.select()
                .from(SOURCE)
                .where(SOURCE.ID.eq(id.value()))
                .and(SOURCE.BRAND_ID.eq(brand.id().value()))
                .fetchOptional(Sources::source)
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "source " + id));
    }

    @Override
    public Set<Long> strangersWords(Collection<LoggedEvent> events) {
        List<LoggedEvent> told = events.stream()
                .filter(event -> !EventNames.OURS.contains(event.name()))
                .toList();
        if (told.isEmpty()) {
            return Set.of();
        }
        Map<Short, List<String>> pages = database.select(SOURCE.BRAND_ID, SOURCE.NAME)
                .from(SOURCE)
                .where(SOURCE.BRAND_ID.in(
                        told.stream().map(event -> event.brand().value()).collect(Collectors.toSet())))
                .and(SOURCE.SIDE.eq(SourceSide.CLIENT.code()))
                .fetchGroups(SOURCE.BRAND_ID, SOURCE.NAME);
        return told.stream()
                .filter(event ->
                        pages.getOrDefault(event.brand().value(), List.of()).contains(event.source()))
                .map(LoggedEvent::position)
                .collect(Collectors.toSet());
    }

    /// What a platform's pushes come in by.
    ///
    /// @param connectKey in the address
    public record Push(String platform, String connectKey, String sealedSecret) {}

    /// Makes a source of what a platform pushes.
    ///
    /// @throws Problem `source-name-taken`, `invalid`
    @Transactional
    public Source create(Brand brand, String name, Push push) {
        Record row = insert(brand, checked(name), SourceKind.CONNECTOR, new Way(null, SourceSide.SERVER, push));
        if (row == null) {
            throw new Problem(IntakeProblem.SOURCE_NAME_TAKEN).with("name", name.strip());
        }
        Source source = source(row);
        audit.record(
                "source.create",
                "source/" + source.id(),
                Map.of("brand", brand.key(), "name", source.name(), "platform", push.platform));
        return source;
    }

    /// Stops a write key; events it reported stay. Again on a revoked source it changes nothing.
    ///
    /// @throws Problem `not-found`
    @Override
    @Transactional
    public void revoke(Brand brand, SourceId id) {
        int changed = database.update(SOURCE)
                .set(SOURCE.REVOKED_AT, clock.instant())
                .setNull(SOURCE.KEY_HASH)
                .where(SOURCE.ID.eq(id.value()))
                .and(SOURCE.BRAND_ID.eq(brand.id().value()))
                .and(SOURCE.REVOKED_AT.isNull())
                .execute();
        if (changed > 0) {
            audit.record("source.revoke", "source/" + id, Map.of("brand", brand.key()));
            forgetAfterCommit();
        } else if (!exists(brand, id)) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "source " + id);
        }
    }

    /// Changes how fast a source may send, or where its key is kept; other nodes follow within seconds.
    ///
    /// @throws Problem `not-found`, `invalid`
    @Transactional
    public Source change(Brand brand, SourceId id, SourceChange change) {
        Integer pace = change.eventsPerSecond();
        if (pace != null && (pace < 1 || pace > FASTEST)) {
            throw new Problem(KernelProblem.INVALID).outside("/eventsPerSecond", "range", 1, FASTEST);
        }
        Record row = database.update(SOURCE)
                .set(SOURCE.EVENTS_PER_SECOND, pace)
                .set(
                        SOURCE.SIDE,
                        change.side() == null
                                ? SOURCE.SIDE
                                : DSL.val(change.side().code()))
                .where(SOURCE.ID.eq(id.value()))
                .and(SOURCE.BRAND_ID.eq(brand.id().value()))
                .returning()
                .fetchOne();
        if (row == null) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "source " + id);
        }
        Source source = source(row);
        audit.record(
                "source.change",
                "source/" + id,
                Map.of(
                        "brand",
                        brand.key(),
                        "eventsPerSecond",
                        pace == null ? "" : pace,
                        "side",
                        source.side().code()));
        forgetAfterCommit();
        return source;
    }

    private void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                reporters.forgetAll();
            }
        });
    }

    /// Makes sure that a source of files has that name, within the caller's transaction.
    ///
    /// @throws Problem `source-name-taken` when something else than files reports under it
    public void ensureFile(Brand brand, String name) {
        String checked = checked(name);
        insert(brand, checked, SourceKind.FILE, Way.NONE);
        String kind = database.select(SOURCE.KIND)
                .from(SOURCE)
                .where(SOURCE.BRAND_ID.eq(brand.id().value()))
                .and(SOURCE.NAME.eq(checked))
                .fetchSingle(SOURCE.KIND);
        if (SourceKind.of(kind) != SourceKind.FILE) {
            throw new Problem(IntakeProblem.SOURCE_NAME_TAKEN).with("name", checked);
        }
    }

    /// How a source's events come in.
    private record Way(
            @Nullable WriteKey key,
            SourceSide side,
            @Nullable Push push) {

        static final Way NONE = new Way(null, SourceSide.SERVER, null);
    }

    private @Nullable Record insert(Brand brand, String name, SourceKind kind, Way way) {
        WriteKey key = way.key;
        Push push = way.push;
        return database.insertInto(SOURCE)
                .set(SOURCE.BRAND_ID, brand.id().value())
                .set(SOURCE.NAME, name)
                .set(SOURCE.KIND, kind.code())
                .set(SOURCE.SIDE, way.side.code())
                .set(SOURCE.KEY_HASH, key == null ? null : key.hash())
                .set(SOURCE.PLATFORM, push == null ? null : push.platform)
                .set(SOURCE.CONNECT_KEY, push == null ? null : push.connectKey)
                .set(SOURCE.SEALED_SECRET, push == null ? null : push.sealedSecret)
                .set(SOURCE.CREATED_AT, clock.instant())
                .onConflict(SOURCE.BRAND_ID, SOURCE.NAME)
                .doNothing()
                .returning()
                .fetchOne();
    }

    private boolean exists(Brand brand, SourceId id) {
        return database.fetchExists(
                SOURCE,
                SOURCE.ID.eq(id.value()).and(SOURCE.BRAND_ID.eq(brand.id().value())));
    }

    private static String checked(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST_NAME
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new Problem(KernelProblem.INVALID).outside("/name", "length", 1, LONGEST_NAME);
        }
        return stripped;
    }

    private static Source source(Record row) {
        String platform = row.get(SOURCE.PLATFORM);
        return new Source(
                new SourceId(row.get(SOURCE.ID)),
                row.get(SOURCE.NAME),
                SourceKind.of(row.get(SOURCE.KIND)),
                row.get(SOURCE.CREATED_AT),
                row.get(SOURCE.LAST_EVENT_AT),
                row.get(SOURCE.EVENTS),
                row.get(SOURCE.EVENTS_PER_SECOND),
                SourceSide.of(row.get(SOURCE.SIDE)),
                row.get(SOURCE.REVOKED_AT) != null,
                platform,
                platform == null ? null : "/v1/connect/" + platform + "/" + row.get(SOURCE.CONNECT_KEY));
    }
}
