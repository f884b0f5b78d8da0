package io.waterwheel.segment.saved;

import static io.waterwheel.segment.generated.Tables.SAVED_SEGMENT;
import static io.waterwheel.segment.generated.Tables.SEGMENT_VERSION;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.engine.SegmentLookup;
import io.waterwheel.segment.generated.tables.records.SavedSegmentRecord;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.Names;
import io.waterwheel.segment.language.Reading;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class SegmentRows implements SegmentLookup {

    /// Of the advisory lock, see [#lockReferences].
    private static final int REFERENCES = 0x7365_6774;

    private final DSLContext database;
    private final InstantSource clock;
    private final JsonMapper json;

    SegmentRows(DSLContext database, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    /// Those who change or delete what definitions refer to follow each other, so that no two of them together make a
    /// segment contain itself or refer to nothing. Ends with the transaction.
    void lockReferences(Brand brand) {
        database.execute(
                "select pg_advisory_xact_lock({0}, {1})",
                DSL.inline(REFERENCES), DSL.inline((int) brand.id().value()));
    }

    Map<String, String> names(Brand brand) {
        return database.select(SAVED_SEGMENT.ID, SAVED_SEGMENT.NAME)
                .from(SAVED_SEGMENT)
                .where(SAVED_SEGMENT.BRAND_ID.eq(brand.id().value()))
                .fetchMap(row -> Long.toString(row.value1()), row -> row.value2());
    }

    Map<SegmentId, Condition> definitions(Brand brand) {
        return database.select(SAVED_SEGMENT.ID, SAVED_SEGMENT.DEFINITION)
                .from(SAVED_SEGMENT)
                .where(SAVED_SEGMENT.BRAND_ID.eq(brand.id().value()))
                .orderBy(SAVED_SEGMENT.ID)
                .fetchMap(row -> new SegmentId(row.value1()), row -> read(row.value2()));
    }

    @Override
    public Optional<Condition> definition(Brand brand, String id) {
        return database.select(SAVED_SEGMENT.DEFINITION)
                .from(SAVED_SEGMENT)
                .where(
                        SAVED_SEGMENT.BRAND_ID.eq(brand.id().value()),
                        SAVED_SEGMENT.ID.eq(SegmentId.of(id).value()))
                .fetchOptional(row -> read(row.value1()));
    }

    List<Segment> all(Brand brand, Names names) {
        return database.selectFrom(SAVED_SEGMENT)
                .where(SAVED_SEGMENT.BRAND_ID.eq(brand.id().value()))
                .orderBy(SAVED_SEGMENT.UPDATED_AT.desc(), SAVED_SEGMENT.ID.desc())
                .fetch(row -> segment(brand, row, names));
    }

    /// The newest first.
    List<SegmentVersion> versions(Brand brand, SegmentId id, Names names) {
        return database.selectFrom(SEGMENT_VERSION)
                .where(SEGMENT_VERSION.SEGMENT_ID.eq(id.value()))
                .orderBy(SEGMENT_VERSION.VERSION.desc())
                .fetch(row -> {
                    Condition definition = read(row.getDefinition());
                    return new SegmentVersion(
                            row.getVersion(),
                            row.getName(),
                            definition,
                            Reading.of(definition, brand.currency(), names),
                            Lines.of(definition, brand.currency(), names),
                            row.getChangedAt(),
                            row.getChangedBy());
                });
    }

    Optional<Segment> find(Brand brand, SegmentId id, Names names) {
        return database.selectFrom(SAVED_SEGMENT)
                .where(SAVED_SEGMENT.BRAND_ID.eq(brand.id().value()), SAVED_SEGMENT.ID.eq(id.value()))
                .fetchOptional(row -> segment(brand, row, names));
    }

    /// Holds the row until the transaction ends, so that two changes follow each other.
    Optional<Segment> lock(Brand brand, SegmentId id) {
        return database.selectFrom(SAVED_SEGMENT)
                .where(SAVED_SEGMENT.BRAND_ID.eq(brand.id().value()), SAVED_SEGMENT.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(row -> segment(brand, row, Names.NONE));
    }

    SegmentId insert(Brand brand, SegmentDraft draft, long count) {
        Instant now = clock.instant();
        SavedSegmentRecord row = database.newRecord(SAVED_SEGMENT);
        row.setBrandId(brand.id().value());
        row.setName(draft.name());
        row.setDescription(draft.description());
        row.setDefinition(written(draft.definition()));
        row.setVersion(1);
        row.setCounted(count);
        row.setCountedAt(now);
        row.setCreatedAt(now);
        row.setUpdatedAt(now);
        row.store();
        SegmentId id = new SegmentId(row.getId());
        addVersion(id, 1, draft, now);
        return id;
    }

    void update(SegmentId id, int version, boolean changed, SegmentDraft draft, long count) {
        Instant now = clock.instant();
        database.update(SAVED_SEGMENT)
                .set(SAVED_SEGMENT.NAME, draft.name())
                .set(SAVED_SEGMENT.DESCRIPTION, draft.description())
                .set(SAVED_SEGMENT.DEFINITION, written(draft.definition()))
                .set(SAVED_SEGMENT.VERSION, version)
                .set(SAVED_SEGMENT.COUNTED, count)
                .set(SAVED_SEGMENT.COUNTED_AT, now)
                .set(SAVED_SEGMENT.UPDATED_AT, now)
                .where(SAVED_SEGMENT.ID.eq(id.value()))
                .execute();
        if (changed) {
            addVersion(id, version, draft, now);
        }
    }

    void counted(SegmentId id, long count) {
        database.update(SAVED_SEGMENT)
                .set(SAVED_SEGMENT.COUNTED, count)
                .set(SAVED_SEGMENT.COUNTED_AT, clock.instant())
                .where(SAVED_SEGMENT.ID.eq(id.value()))
                .execute();
    }

    void delete(SegmentId id) {
        database.deleteFrom(SAVED_SEGMENT)
                .where(SAVED_SEGMENT.ID.eq(id.value()))
                .execute();
    }

    private void addVersion(SegmentId id, int version, SegmentDraft draft, Instant at) {
        database.insertInto(SEGMENT_VERSION)
                .set(SEGMENT_VERSION.SEGMENT_ID, id.value())
                .set(SEGMENT_VERSION.VERSION, version)
                .set(SEGMENT_VERSION.NAME, draft.name())
                .set(SEGMENT_VERSION.DEFINITION, written(draft.definition()))
                .set(SEGMENT_VERSION.CHANGED_AT, at)
                .set(SEGMENT_VERSION.CHANGED_BY, Actor.current().name())
                .execute();
    }

    private JSONB written(Condition definition) {
        return JSONB.valueOf(json.writerFor(Condition.class).writeValueAsString(definition));
    }

    private Condition read(JSONB definition) {
        return json.readValue(definition.data(), Condition.class);
    }

    private Segment segment(Brand brand, SavedSegmentRecord row, Names names) {
        Condition definition = read(row.getDefinition());
        return new Segment(
                new SegmentId(row.getId()),
                row.getName(),
                row.getDescription(),
                definition,
                Reading.of(definition, brand.currency(), names),
                row.getVersion(),
                row.getCounted(),
                row.getCountedAt(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }
}
