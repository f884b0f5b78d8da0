package io.waterwheel.segment.list;

import static io.waterwheel.segment.generated.Tables.CUSTOMER_LIST;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.ListId;
import io.waterwheel.segment.generated.tables.records.CustomerListRecord;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.saved.ListNames;
import io.waterwheel.segment.saved.Segment;
import io.waterwheel.segment.tagging.StoredSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The rows of static lists.
@Repository
class ListRows implements ListNames {

    /// How long rows that matched nobody are kept.
    static final Duration UNMATCHED_KEPT = Duration.ofDays(7);

    private final DSLContext database;
    private final InstantSource clock;
    private final JsonMapper json;

    ListRows(DSLContext database, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    /// What a list is as of its revision, without the sets.
    record Head(long id, String name, int revision, boolean ready) {}

    /// The customers a list has, and the change of who is who that they take account of.
    record Followed(long mark, RoaringBitmap customers) {}

    @Override
    public Map<String, String> names(Brand brand) {
        return database.select(CUSTOMER_LIST.ID, CUSTOMER_LIST.NAME)
                .from(CUSTOMER_LIST)
                .where(CUSTOMER_LIST.BRAND_ID.eq(brand.id().value()))
                .fetchMap(row -> Long.toString(row.value1()), row -> row.value2());
    }

    @Override
    public Map<String, Boolean> ready(Brand brand) {
        return database.select(CUSTOMER_LIST.ID, CUSTOMER_LIST.READY_AT)
                .from(CUSTOMER_LIST)
                .where(CUSTOMER_LIST.BRAND_ID.eq(brand.id().value()))
                .fetchMap(row -> Long.toString(row.value1()), row -> row.value2() != null);
    }

    /// Newest first, without the sets.
    List<CustomerListRecord> all(Brand brand) {
        return database.select(withoutSets())
                .from(CUSTOMER_LIST)
                .where(CUSTOMER_LIST.BRAND_ID.eq(brand.id().value()))
                .orderBy(CUSTOMER_LIST.ID.desc())
                .fetchInto(CUSTOMER_LIST);
    }

    Optional<CustomerListRecord> find(Brand brand, ListId id) {
        return database.select(withoutSets())
                .from(CUSTOMER_LIST)
                .where(CUSTOMER_LIST.BRAND_ID.eq(brand.id().value()), CUSTOMER_LIST.ID.eq(id.value()))
                .fetchOptionalInto(CUSTOMER_LIST);
    }

    private static List<org.jooq.Field<?>> withoutSets() {
        return CUSTOMER_LIST
                .fieldStream()
                .filter(field -> !field.equals(CUSTOMER_LIST.NUMBERS) && !field.equals(CUSTOMER_LIST.CUSTOMERS))
                .<org.jooq.Field<?>>map(field -> field)
                .toList();
    }

    Optional<Head> head(Brand brand, ListId id) {
        return database.select(CUSTOMER_LIST.NAME, CUSTOMER_LIST.REVISION, CUSTOMER_LIST.READY_AT)
                .from(CUSTOMER_LIST)
                .where(CUSTOMER_LIST.BRAND_ID.eq(brand.id().value()), CUSTOMER_LIST.ID.eq(id.value()))
                .fetchOptional(row -> new Head(id.value(), row.value1(), row.value2(), row.value3() != null));
    }

    /// @throws Problem `not-found` when it has just been deleted
    Followed followed(long id) {
        return database.select(CUSTOMER_LIST.FOLLOWED, CUSTOMER_LIST.CUSTOMERS)
                .from(CUSTOMER_LIST)
                .where(CUSTOMER_LIST.ID.eq(id))
                .fetchOptional(row -> new Followed(row.value1() == null ? 0 : row.value1(), StoredSet.of(row.value2())))
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "list " + id));
    }

    RoaringBitmap numbers(long id) {
        return database.select(CUSTOMER_LIST.NUMBERS)
                .from(CUSTOMER_LIST)
                .where(CUSTOMER_LIST.ID.eq(id))
                .fetchSingle(row -> StoredSet.of(row.value1()));
    }

    /// Keeps how far a list has been followed, unless it has changed meanwhile or somebody came further.
    void keep(Head head, Followed followed) {
        database.update(CUSTOMER_LIST)
                .set(
                        CUSTOMER_LIST.CUSTOMERS,
                        StoredSet.bytes(followed.customers().clone()))
                .set(CUSTOMER_LIST.SIZE, followed.customers().getLongCardinality())
                .set(CUSTOMER_LIST.FOLLOWED, followed.mark())
                .where(
                        CUSTOMER_LIST.ID.eq(head.id()),
                        CUSTOMER_LIST.REVISION.eq(head.revision()),
                        CUSTOMER_LIST.FOLLOWED.lt(followed.mark()))
                .execute();
    }

    /// @throws org.springframework.dao.DuplicateKeyException when the name is taken
    ListId insertSnapshot(Brand brand, String name, Segment segment) {
        CustomerListRecord row = begun(brand, name, ListOrigin.SNAPSHOT);
        row.setSegmentId(segment.id().value());
        row.setSegmentName(segment.name());
        row.setSegmentVersion(segment.version());
        row.setDefinition(JSONB.valueOf(json.writerFor(Condition.class).writeValueAsString(segment.definition())));
        row.setReading(JSONB.valueOf(json.writeValueAsString(segment.reading())));
        row.store();
        return new ListId(row.getId());
    }

    /// @throws org.springframework.dao.DuplicateKeyException when the name is taken
    ListId insertUpload(Brand brand, String name, String filename, IdentifierKind kind) {
        CustomerListRecord row = begun(brand, name, ListOrigin.UPLOAD);
        row.setFilename(filename);
        row.setIdentifierKind(kind.code());
        row.store();
        return new ListId(row.getId());
    }

    private CustomerListRecord begun(Brand brand, String name, ListOrigin origin) {
        Instant now = clock.instant();
        CustomerListRecord row = database.newRecord(CUSTOMER_LIST);
        row.setBrandId(brand.id().value());
        row.setName(name);
        row.setOrigin(origin.code());
        row.setRevision(1);
        row.setCreatedBy(Actor.current().name());
        row.setCreatedAt(now);
        row.setUpdatedAt(now);
        return row;
    }

    void job(ListId id, JobId job) {
        database.update(CUSTOMER_LIST)
                .set(CUSTOMER_LIST.JOB, job.value())
                .where(CUSTOMER_LIST.ID.eq(id.value()))
                .execute();
    }

    /// @throws org.springframework.dao.DuplicateKeyException when the name is taken
    void rename(ListId id, String name) {
        database.update(CUSTOMER_LIST)
                .set(CUSTOMER_LIST.NAME, name)
                .set(CUSTOMER_LIST.UPDATED_AT, clock.instant())
                .where(CUSTOMER_LIST.ID.eq(id.value()))
                .execute();
    }

    /// The list can be used from now on.
    void ready(ListId id, RoaringBitmap numbers, Followed followed, @Nullable UploadResult result) {
        Instant now = clock.instant();
        boolean left = result != null && result.rows() > result.matched();
        database.update(CUSTOMER_LIST)
                .set(CUSTOMER_LIST.NUMBERS, StoredSet.bytes(numbers))
                .set(
                        CUSTOMER_LIST.CUSTOMERS,
                        StoredSet.bytes(followed.customers().clone()))
                .set(CUSTOMER_LIST.SIZE, followed.customers().getLongCardinality())
                .set(CUSTOMER_LIST.FOLLOWED, followed.mark())
                .set(CUSTOMER_LIST.RESULT, result == null ? null : JSONB.valueOf(json.writeValueAsString(result)))
                .set(CUSTOMER_LIST.UNMATCHED_UNTIL, left ? now.plus(UNMATCHED_KEPT) : null)
                .set(CUSTOMER_LIST.REVISION, CUSTOMER_LIST.REVISION.plus(1))
                .set(CUSTOMER_LIST.READY_AT, now)
                .set(CUSTOMER_LIST.UPDATED_AT, now)
                .where(CUSTOMER_LIST.ID.eq(id.value()))
                .execute();
    }

    void delete(ListId id) {
        database.deleteFrom(CUSTOMER_LIST)
                .where(CUSTOMER_LIST.ID.eq(id.value()))
                .execute();
    }

    Condition definition(CustomerListRecord row) {
        return json.readValue(row.getDefinition().data(), Condition.class);
    }

    Text reading(CustomerListRecord row) {
        return json.readValue(row.getReading().data(), Text.class);
    }

    @Nullable
    UploadResult result(CustomerListRecord row) {
        JSONB result = row.getResult();
        return result == null ? null : json.readValue(result.data(), UploadResult.class);
    }

    /// Holds the row until the transaction ends, so that two changes follow each other.
    Optional<CustomerListRecord> lock(Brand brand, ListId id) {
        return database.select(withoutSets())
                .from(CUSTOMER_LIST)
                .where(CUSTOMER_LIST.BRAND_ID.eq(brand.id().value()), CUSTOMER_LIST.ID.eq(id.value()))
                .forUpdate()
                .fetchOptionalInto(CUSTOMER_LIST);
    }

    /// Lists that hold rows longer than they may: those whose time is over, and those that never got ready.
    List<Long> overdue() {
        Instant now = clock.instant();
        return database.select(CUSTOMER_LIST.ID)
                .from(CUSTOMER_LIST)
                .where(DSL.or(
                        CUSTOMER_LIST.UNMATCHED_UNTIL.le(now),
                        CUSTOMER_LIST.READY_AT.isNull().and(CUSTOMER_LIST.UPDATED_AT.le(now.minus(UNMATCHED_KEPT)))))
                .fetch(CUSTOMER_LIST.ID);
    }

    void unmatchedGone(long id) {
        database.update(CUSTOMER_LIST)
                .setNull(CUSTOMER_LIST.UNMATCHED_UNTIL)
                .where(CUSTOMER_LIST.ID.eq(id))
                .execute();
    }
}
