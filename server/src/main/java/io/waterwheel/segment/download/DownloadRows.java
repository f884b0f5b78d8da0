package io.waterwheel.segment.download;

import static io.waterwheel.segment.generated.Tables.MEMBER_DOWNLOAD;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.segment.generated.tables.records.MemberDownloadRecord;
import io.waterwheel.segment.tagging.StoredSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of downloads.
@Repository
class DownloadRows {

    /// How long a file is kept.
    static final Duration KEPT = Duration.ofDays(3);

    private static final int SHOWN = 100;
    private static final TypeReference<List<String>> COLUMNS = new TypeReference<>() {};

    private final DSLContext database;
    private final InstantSource clock;
    private final JsonMapper json;

    DownloadRows(DSLContext database, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    long insert(Brand brand, NewDownload wanted, String name) {
        return database.insertInto(MEMBER_DOWNLOAD)
                .set(MEMBER_DOWNLOAD.BRAND_ID, brand.id().value())
                .set(
                        MEMBER_DOWNLOAD.SEGMENT_ID,
                        wanted.segment() == null ? null : wanted.segment().value())
                .set(
                        MEMBER_DOWNLOAD.LIST_ID,
                        wanted.list() == null ? null : wanted.list().value())
                .set(MEMBER_DOWNLOAD.SOURCE_NAME, name)
                .set(MEMBER_DOWNLOAD.COLUMNS, JSONB.valueOf(json.writeValueAsString(wanted.columns())))
                .set(MEMBER_DOWNLOAD.FORMAT, wanted.format().code())
                .set(MEMBER_DOWNLOAD.PLAIN, wanted.plain())
                .set(MEMBER_DOWNLOAD.STATE, DownloadState.MAKING.code())
                .set(MEMBER_DOWNLOAD.CREATED_BY, Actor.current().name())
                .set(MEMBER_DOWNLOAD.CREATED_AT, clock.instant())
                .returning(MEMBER_DOWNLOAD.ID)
                .fetchSingle(MEMBER_DOWNLOAD.ID);
    }

    void job(long id, JobId job) {
        database.update(MEMBER_DOWNLOAD)
                .set(MEMBER_DOWNLOAD.JOB, job.value())
                .where(MEMBER_DOWNLOAD.ID.eq(id))
                .execute();
    }

    /// The last hundred, the newest first.
    List<MemberDownloadRecord> all(Brand brand) {
        return database.selectFrom(MEMBER_DOWNLOAD)
                .where(MEMBER_DOWNLOAD.BRAND_ID.eq(brand.id().value()))
                .orderBy(MEMBER_DOWNLOAD.ID.desc())
                .limit(SHOWN)
                .fetch();
    }

    Optional<MemberDownloadRecord> find(Brand brand, long id) {
        return database.selectFrom(MEMBER_DOWNLOAD)
                .where(MEMBER_DOWNLOAD.BRAND_ID.eq(brand.id().value()), MEMBER_DOWNLOAD.ID.eq(id))
                .fetchOptional();
    }

    void freeze(long id, RoaringBitmap customers) {
        database.update(MEMBER_DOWNLOAD)
                .set(MEMBER_DOWNLOAD.CUSTOMERS, StoredSet.bytes(customers))
                .where(MEMBER_DOWNLOAD.ID.eq(id))
                .execute();
    }

    void ready(long id, long rows, long bytes) {
        database.update(MEMBER_DOWNLOAD)
                .set(MEMBER_DOWNLOAD.STATE, DownloadState.READY.code())
                .setNull(MEMBER_DOWNLOAD.CUSTOMERS)
                .set(MEMBER_DOWNLOAD.ROW_COUNT, rows)
                .set(MEMBER_DOWNLOAD.BYTES, bytes)
                .set(MEMBER_DOWNLOAD.FINISHED_AT, clock.instant())
                .where(MEMBER_DOWNLOAD.ID.eq(id), MEMBER_DOWNLOAD.STATE.eq(DownloadState.MAKING.code()))
                .execute();
    }

    void expired(DSLContext transaction, long id) {
        transaction
                .update(MEMBER_DOWNLOAD)
                .set(MEMBER_DOWNLOAD.STATE, DownloadState.EXPIRED.code())
                .setNull(MEMBER_DOWNLOAD.CUSTOMERS)
                .where(MEMBER_DOWNLOAD.ID.eq(id))
                .execute();
    }

    void expired(long id) {
        expired(database, id);
    }

    /// Files that have been kept long enough, of those too that never got ready.
    List<MemberDownloadRecord> overdue() {
        Instant then = clock.instant().minus(KEPT);
        return database.selectFrom(MEMBER_DOWNLOAD)
                .where(MEMBER_DOWNLOAD.STATE.ne(DownloadState.EXPIRED.code()))
                .and(MEMBER_DOWNLOAD
                        .FINISHED_AT
                        .le(then)
                        .or(MEMBER_DOWNLOAD.FINISHED_AT.isNull().and(MEMBER_DOWNLOAD.CREATED_AT.le(then))))
                .fetch();
    }

    List<String> columns(MemberDownloadRecord row) {
        return json.readValue(row.getColumns().data(), COLUMNS);
    }

    static @Nullable Instant expiresAt(MemberDownloadRecord row) {
        return row.getFinishedAt() == null ? null : row.getFinishedAt().plus(KEPT);
    }
}
