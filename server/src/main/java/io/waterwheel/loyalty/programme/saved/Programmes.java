package io.waterwheel.loyalty.programme.saved;

import static io.waterwheel.loyalty.generated.Tables.MEMBER;
import static io.waterwheel.loyalty.generated.Tables.PROGRAMME;
import static io.waterwheel.loyalty.generated.Tables.PROGRAMME_VERSION;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.generated.tables.records.ProgrammeRecord;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What people do with a brand's programme. What happened before a version was published is not judged by it.
@Component
public class Programmes {

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final ProgrammeDrafts drafts;
    private final LiveProgrammes live;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final JsonMapper json;

    Programmes(
            DSLContext database,
            TransactionOperations transactions,
            ProgrammeDrafts drafts,
            LiveProgrammes live,
            ApplicationEventPublisher events,
            AuditTrail audit,
            InstantSource clock,
            JsonMapper json) {
        this.database = database;
        this.transactions = transactions;
        this.drafts = drafts;
        this.live = live;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /// The draft; nothing much for a brand that has none.
    public SavedProgramme get(Brand brand) {
        ProgrammeRecord row = database.selectFrom(PROGRAMME)
                .where(PROGRAMME.BRAND_ID.eq(brand.id().value()))
                .fetchOne();
        return row == null
                ? new SavedProgramme(null, List.of(), List.of(), null, null, false, null, null)
                : saved(brand, row);
    }

    /// Keeps a draft, right or wrong; what counts does not change.
    public SavedProgramme save(Brand brand, JsonNode draft) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            Instant now = clock.instant();
            String by = Actor.current().name();
            ProgrammeRecord row = database.insertInto(PROGRAMME)
                    .set(PROGRAMME.BRAND_ID, brand.id().value())
                    .set(PROGRAMME.DRAFT, JSONB.valueOf(draft.toString()))
                    .set(PROGRAMME.UPDATED_AT, now)
                    .set(PROGRAMME.UPDATED_BY, by)
                    .onConflict(PROGRAMME.BRAND_ID)
                    .doUpdate()
                    .set(PROGRAMME.DRAFT, JSONB.valueOf(draft.toString()))
                    .set(PROGRAMME.UPDATED_AT, now)
                    .set(PROGRAMME.UPDATED_BY, by)
                    .returning()
                    .fetchSingle();
            audit.record("programme.update", "programme/" + brand.key(), Map.of("brand", brand.key()));
            return saved(brand, row);
        }));
    }

    /// Lets the draft count from now on. Who reaches a tier by it has it soon; nobody loses one before their
    /// period ends.
    ///
    /// @throws Problem `not-found`, `programme-invalid` with every wrong place
    public SavedProgramme publish(Brand brand) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            ProgrammeRecord row = database.selectFrom(PROGRAMME)
                    .where(PROGRAMME.BRAND_ID.eq(brand.id().value()))
                    .forUpdate()
                    .fetchOne();
            if (row == null) {
                throw new Problem(KernelProblem.NOT_FOUND).with("what", "programme");
            }
            ProgrammeDefinition definition =
                    drafts.judge(brand, json.readTree(row.getDraft().data())).sound();
            int version = row.getVersion() == null ? 1 : row.getVersion() + 1;
            database.insertInto(PROGRAMME_VERSION)
                    .set(PROGRAMME_VERSION.BRAND_ID, brand.id().value())
                    .set(PROGRAMME_VERSION.VERSION, version)
                    .set(PROGRAMME_VERSION.DEFINITION, JSONB.valueOf(json.writeValueAsString(definition)))
                    .set(PROGRAMME_VERSION.PUBLISHED_AT, clock.instant())
                    .set(PROGRAMME_VERSION.PUBLISHED_BY, Actor.current().name())
                    .execute();
            row.setVersion(version);
            row.store();
            database.update(MEMBER)
                    .setNull(MEMBER.REVIEW_AT)
                    .where(MEMBER.BRAND_ID.eq(brand.id().value()))
                    .execute();
            events.publishEvent(new ProgrammePublished(brand, definition));
            audit.record(
                    "programme.publish", "programme/" + brand.key(), Map.of("brand", brand.key(), "version", version));
            return saved(brand, row);
        }));
    }

    /// The newest first.
    public List<ProgrammeVersion> versions(Brand brand) {
        return live.versions(database, brand.id()).reversed().stream()
                .map(one -> new ProgrammeVersion(one.version(), one.definition(), one.publishedAt(), one.publishedBy()))
                .toList();
    }

    private SavedProgramme saved(Brand brand, ProgrammeRecord row) {
        JsonNode draft = json.readTree(row.getDraft().data());
        ProgrammeDrafts.Judged judged = drafts.judge(brand, draft);
        ProgrammeDefinition counts = row.getVersion() == null
                ? null
                : live.versions(database, brand.id()).getLast().definition();
        ProgrammeDefinition written = judged.definition();
        boolean differs =
                counts == null || written == null || !written.canonical().equals(counts.canonical());
        return new SavedProgramme(
                draft,
                judged.faults(),
                judged.warnings(),
                judged.reading(),
                row.getVersion(),
                differs,
                row.getUpdatedAt(),
                row.getUpdatedBy());
    }
}
