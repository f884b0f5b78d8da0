package io.waterwheel.segment.size;

import static io.waterwheel.segment.generated.Tables.EVALUATION;
import static io.waterwheel.segment.generated.Tables.MEMBERSHIP;
import static io.waterwheel.segment.generated.Tables.SAVED_SEGMENT;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.generated.tables.records.MembershipRecord;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.tagging.StoredSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class EvaluationRows {

    /// Of the advisory lock, see [#lock].
    private static final int SIZES = 0x7369_7a65;

    private static final int NEWEST = 50;
    private static final int DAYS = 366;

    /// How long it stays known who entered and left.
    private static final Duration LISTED = Duration.ofDays(62);

    /// How long sizes are kept.
    private static final Duration KEPT = Duration.ofDays(800);

    private final DSLContext database;
    private final InstantSource clock;
    private final JsonMapper json;

    EvaluationRows(DSLContext database, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    /// A segment that is to be evaluated.
    ///
    /// @param version of the definition
    record Due(SegmentId segment, int version, Condition definition) {}

    /// Gives every segment that has none a place to keep its members in; it is due at once.
    void enrol() {
        database.insertInto(MEMBERSHIP, MEMBERSHIP.SEGMENT_ID, MEMBERSHIP.BRAND_ID, MEMBERSHIP.DUE_AT)
                .select(DSL.select(
                                SAVED_SEGMENT.ID, SAVED_SEGMENT.BRAND_ID, DSL.val(clock.instant(), MEMBERSHIP.DUE_AT))
                        .from(SAVED_SEGMENT)
                        .whereNotExists(
                                DSL.selectOne().from(MEMBERSHIP).where(MEMBERSHIP.SEGMENT_ID.eq(SAVED_SEGMENT.ID))))
                .onConflictDoNothing()
                .execute();
    }

    List<BrandId> brandsDue() {
        return database.selectDistinct(MEMBERSHIP.BRAND_ID)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.DUE_AT.le(clock.instant()))
                .fetch(row -> new BrandId(row.value1()));
    }

    /// One evaluation of a brand at a time, on whichever node, so that each rests on newer data than the one before
    /// it. Ends with the transaction.
    void lock(Brand brand) {
        database.execute("select pg_advisory_xact_lock({0}, {1})", DSL.inline(SIZES), key(brand));
    }

    boolean tryLock(Brand brand) {
        return database.select(
                        DSL.field("pg_try_advisory_xact_lock({0}, {1})", Boolean.class, DSL.inline(SIZES), key(brand)))
                .fetchSingle(row -> row.value1());
    }

    private static Field<Integer> key(Brand brand) {
        return DSL.inline((int) brand.id().value());
    }

    List<Due> due(Brand brand) {
        return evaluated(brand, MEMBERSHIP.DUE_AT.le(clock.instant()));
    }

    /// What is still due.
    void postpone(Brand brand, Instant later) {
        database.update(MEMBERSHIP)
                .set(MEMBERSHIP.DUE_AT, later)
                .where(MEMBERSHIP.BRAND_ID.eq(brand.id().value()), MEMBERSHIP.DUE_AT.le(clock.instant()))
                .execute();
    }

    List<Due> only(Brand brand, SegmentId segment) {
        return evaluated(brand, MEMBERSHIP.SEGMENT_ID.eq(segment.value()));
    }

    private List<Due> evaluated(Brand brand, org.jooq.Condition which) {
        return database.select(SAVED_SEGMENT.ID, SAVED_SEGMENT.VERSION, SAVED_SEGMENT.DEFINITION)
                .from(MEMBERSHIP)
                .join(SAVED_SEGMENT)
                .on(SAVED_SEGMENT.ID.eq(MEMBERSHIP.SEGMENT_ID))
                .where(MEMBERSHIP.BRAND_ID.eq(brand.id().value()), which)
                .orderBy(MEMBERSHIP.SEGMENT_ID)
                .fetch(row -> new Due(
                        new SegmentId(row.value1()),
                        row.value2(),
                        json.readValue(row.value3().data(), Condition.class)));
    }

    /// Holds a segment and its membership until the transaction ends, in the order in which a deletion takes them;
    /// empty when the segment is no more.
    Optional<MembershipRecord> hold(SegmentId segment) {
        database.select(SAVED_SEGMENT.ID)
                .from(SAVED_SEGMENT)
                .where(SAVED_SEGMENT.ID.eq(segment.value()))
                .forUpdate()
                .execute();
        return database.selectFrom(MEMBERSHIP)
                .where(MEMBERSHIP.SEGMENT_ID.eq(segment.value()))
                .forUpdate()
                .fetchOptional();
    }

    /// @param told whether who moved is to be told to the log
    void add(Due due, int number, Instant at, long size, Movement movement, boolean told) {
        database.insertInto(EVALUATION)
                .set(EVALUATION.SEGMENT_ID, due.segment().value())
                .set(EVALUATION.NUMBER, number)
                .set(EVALUATION.AT, at)
                .set(EVALUATION.VERSION, due.version())
                .set(EVALUATION.SIZE, size)
                .set(EVALUATION.ENTERED, movement.entered().getLongCardinality())
                .set(EVALUATION.GONE, movement.gone().getLongCardinality())
                .set(EVALUATION.ENTERED_SET, stored(movement.entered()))
                .set(EVALUATION.GONE_SET, stored(movement.gone()))
                .set(EVALUATION.TOLD, told ? Integer.valueOf(0) : null)
                .execute();
    }

    private static byte @Nullable [] stored(RoaringBitmap set) {
        return set.isEmpty() ? null : StoredSet.bytes(set);
    }

    /// @param number of the newest evaluation that left a row
    void evaluated(Due due, int number, Instant at, long size, Movement movement, Instant next) {
        database.update(MEMBERSHIP)
                .set(MEMBERSHIP.DUE_AT, next)
                .set(MEMBERSHIP.NUMBER, number)
                .set(MEMBERSHIP.VERSION, due.version())
                .set(MEMBERSHIP.EVALUATED_AT, at)
                .set(MEMBERSHIP.SIZE, size)
                .set(MEMBERSHIP.CUSTOMERS, StoredSet.bytes(movement.inside()))
                .where(MEMBERSHIP.SEGMENT_ID.eq(due.segment().value()))
                .execute();
        database.update(SAVED_SEGMENT)
                .set(SAVED_SEGMENT.COUNTED, size)
                .set(SAVED_SEGMENT.COUNTED_AT, at)
                .where(SAVED_SEGMENT.ID.eq(due.segment().value()))
                .and(SAVED_SEGMENT.VERSION.eq(due.version()))
                .execute();
    }

    /// Lets go of what is too old to be looked at.
    void forget(SegmentId segment) {
        Instant now = clock.instant();
        database.update(EVALUATION)
                .setNull(EVALUATION.ENTERED_SET)
                .setNull(EVALUATION.GONE_SET)
                .where(EVALUATION.SEGMENT_ID.eq(segment.value()))
                .and(EVALUATION.AT.lt(now.minus(LISTED)))
                .and(EVALUATION.TOLD.isNull())
                .and(EVALUATION.ENTERED_SET.isNotNull().or(EVALUATION.GONE_SET.isNotNull()))
                .execute();
        database.deleteFrom(EVALUATION)
                .where(EVALUATION.SEGMENT_ID.eq(segment.value()))
                .and(EVALUATION.AT.lt(now.minus(KEPT)))
                .execute();
    }

    Optional<MembershipRecord> membership(SegmentId segment) {
        return database.fetchOptional(MEMBERSHIP, MEMBERSHIP.SEGMENT_ID.eq(segment.value()));
    }

    /// Whoever moves is told from the evaluation after the next on: the next is what they are compared with. It
    /// comes at once.
    void listen(SegmentId segment, boolean on) {
        database.update(MEMBERSHIP)
                .set(
                        MEMBERSHIP.TOLD_AFTER,
                        on ? MEMBERSHIP.NUMBER.plus(1) : DSL.inline((Integer) null, MEMBERSHIP.TOLD_AFTER))
                .set(MEMBERSHIP.DUE_AT, on ? DSL.val(clock.instant(), MEMBERSHIP.DUE_AT) : MEMBERSHIP.DUE_AT)
                .where(MEMBERSHIP.SEGMENT_ID.eq(segment.value()))
                .and(on ? MEMBERSHIP.TOLD_AFTER.isNull() : DSL.noCondition())
                .execute();
    }

    List<Evaluation> newest(SegmentId segment) {
        Field<Boolean> listed = DSL.field(EVALUATION
                .ENTERED
                .eq(0L)
                .or(EVALUATION.ENTERED_SET.isNotNull())
                .and(EVALUATION.GONE.eq(0L).or(EVALUATION.GONE_SET.isNotNull())));
        return database.select(
                        EVALUATION.NUMBER,
                        EVALUATION.AT,
                        EVALUATION.VERSION,
                        EVALUATION.SIZE,
                        EVALUATION.ENTERED,
                        EVALUATION.GONE,
                        listed)
                .from(EVALUATION)
                .where(EVALUATION.SEGMENT_ID.eq(segment.value()))
                .orderBy(EVALUATION.NUMBER.desc())
                .limit(NEWEST)
                .fetch(row -> new Evaluation(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()));
    }

    List<SizeOfDay> days(Brand brand, SegmentId segment) {
        Field<LocalDate> day = DSL.field(
                        "({0} at time zone {1})::date",
                        LocalDate.class, EVALUATION.AT, DSL.val(brand.zone().getId()))
                .as("day");
        Field<Integer> last = DSL.max(EVALUATION.NUMBER).as("last");
        Field<Long> entered = DSL.sum(EVALUATION.ENTERED).cast(Long.class).as("entered");
        Field<Long> gone = DSL.sum(EVALUATION.GONE).cast(Long.class).as("gone");
        var days = DSL.select(day, last, entered, gone)
                .from(EVALUATION)
                .where(EVALUATION.SEGMENT_ID.eq(segment.value()))
                .groupBy(DSL.field(DSL.name("day")))
                .orderBy(DSL.field(DSL.name("day")).desc())
                .limit(DAYS)
                .asTable("days");
        return database.select(days.field(day), EVALUATION.SIZE, days.field(entered), days.field(gone))
                .from(days)
                .join(EVALUATION)
                .on(EVALUATION.SEGMENT_ID.eq(segment.value()))
                .and(EVALUATION.NUMBER.eq(days.field(last)))
                .orderBy(days.field(day))
                .fetch(row -> new SizeOfDay(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /// Who entered by an evaluation, or who left; empty when that is not known any more, or there is none such.
    RoaringBitmap moved(SegmentId segment, int number, boolean entered) {
        return StoredSet.of(database.select(entered ? EVALUATION.ENTERED_SET : EVALUATION.GONE_SET)
                .from(EVALUATION)
                .where(EVALUATION.SEGMENT_ID.eq(segment.value()), EVALUATION.NUMBER.eq(number))
                .fetchOne(0, byte[].class));
    }
}
