package io.waterwheel.segment.tagging;

import static io.waterwheel.segment.generated.Tables.TAG_RULE;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Tag;
import io.waterwheel.kernel.Text;
import io.waterwheel.segment.generated.tables.records.TagRuleRecord;
import io.waterwheel.segment.language.Condition;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class TagRuleRows {

    /// When the shops are closed and yesterday's orders have arrived.
    private static final LocalTime NIGHT = LocalTime.of(3, 0);

    private final DSLContext database;
    private final InstantSource clock;
    private final JsonMapper json;

    TagRuleRows(DSLContext database, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    /// What came of a run.
    record Ran(RoaringBitmap inside, long met, long added, long removed) {}

    List<TagRuleRecord> all(Brand brand) {
        return database.selectFrom(TAG_RULE)
                .where(TAG_RULE.BRAND_ID.eq(brand.id().value()))
                .orderBy(TAG_RULE.ID)
                .fetch();
    }

    Optional<TagRuleRecord> find(Brand brand, long id) {
        return database.selectFrom(TAG_RULE)
                .where(TAG_RULE.BRAND_ID.eq(brand.id().value()), TAG_RULE.ID.eq(id))
                .fetchOptional();
    }

    /// The rules whose night has come, of any brand; taken by one node and due again the next night.
    List<TagRuleRecord> takeDue() {
        return database.selectFrom(TAG_RULE)
                .where(TAG_RULE.ACTIVE.isTrue(), TAG_RULE.DUE_AT.le(clock.instant()))
                .orderBy(TAG_RULE.BRAND_ID, TAG_RULE.ID)
                .forUpdate()
                .skipLocked()
                .fetch();
    }

    void dueNextNight(Brand brand, long id) {
        database.update(TAG_RULE)
                .set(TAG_RULE.DUE_AT, nextNight(brand))
                .where(TAG_RULE.ID.eq(id))
                .execute();
    }

    long insert(Brand brand, Tag tag, @Nullable String value, Condition definition, boolean active) {
        return database.insertInto(TAG_RULE)
                .set(TAG_RULE.BRAND_ID, brand.id().value())
                .set(TAG_RULE.TAG_ID, tag.id().value())
                .set(TAG_RULE.VALUE, value)
                .set(TAG_RULE.DEFINITION, written(definition))
                .set(TAG_RULE.ACTIVE, active)
                .set(TAG_RULE.DUE_AT, nextNight(brand))
                .set(TAG_RULE.CREATED_AT, clock.instant())
                .returning(TAG_RULE.ID)
                .fetchSingle(TAG_RULE.ID);
    }

    void update(Brand brand, long id, @Nullable String value, Condition definition, boolean active) {
        database.update(TAG_RULE)
                .set(TAG_RULE.VALUE, value)
                .set(TAG_RULE.DEFINITION, written(definition))
                .set(TAG_RULE.ACTIVE, active)
                .set(TAG_RULE.DUE_AT, nextNight(brand))
                .where(TAG_RULE.ID.eq(id))
                .execute();
    }

    void delete(long id) {
        database.deleteFrom(TAG_RULE).where(TAG_RULE.ID.eq(id)).execute();
    }

    void ran(long id, Ran ran) {
        database.update(TAG_RULE)
                .set(TAG_RULE.INSIDE, StoredSet.bytes(ran.inside))
                .set(TAG_RULE.RAN_AT, clock.instant())
                .set(TAG_RULE.MET, ran.met)
                .set(TAG_RULE.ADDED, ran.added)
                .set(TAG_RULE.REMOVED, ran.removed)
                .setNull(TAG_RULE.PROBLEM)
                .where(TAG_RULE.ID.eq(id))
                .execute();
    }

    void failed(long id, Text problem) {
        database.update(TAG_RULE)
                .set(TAG_RULE.PROBLEM, JSONB.valueOf(json.writeValueAsString(problem)))
                .where(TAG_RULE.ID.eq(id))
                .execute();
    }

    Condition definition(TagRuleRecord row) {
        return json.readValue(row.getDefinition().data(), Condition.class);
    }

    @Nullable
    Text problem(TagRuleRecord row) {
        JSONB problem = row.getProblem();
        return problem == null ? null : json.readValue(problem.data(), Text.class);
    }

    private JSONB written(Condition definition) {
        return JSONB.valueOf(json.writerFor(Condition.class).writeValueAsString(definition));
    }

    private Instant nextNight(Brand brand) {
        var now = clock.instant().atZone(brand.zone());
        var tonight = now.toLocalDate().atTime(NIGHT).atZone(brand.zone());
        return (tonight.isAfter(now)
                        ? tonight
                        : now.toLocalDate().plusDays(1).atTime(NIGHT).atZone(brand.zone()))
                .toInstant();
    }
}
