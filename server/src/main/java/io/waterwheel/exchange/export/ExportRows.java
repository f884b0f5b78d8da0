package io.waterwheel.exchange.export;

import static io.waterwheel.exchange.generated.Tables.EXPORT;

import io.waterwheel.access.Brand;
import io.waterwheel.exchange.generated.tables.records.ExportRecord;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of exports.
@Component
class ExportRows {

    private static final TypeReference<List<ExportFile>> FILES = new TypeReference<>() {};
    private static final UUID NONE_YET = new UUID(0, 0);

    private final DSLContext database;
    private final InstantSource clock;
    private final JsonMapper json;

    ExportRows(DSLContext database, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    long insert(Brand brand, NewExport wanted, String by) {
        return database.insertInto(EXPORT)
                .set(EXPORT.BRAND_ID, brand.id().value())
                .set(EXPORT.KIND, wanted.kind().code())
                .set(EXPORT.SINCE, wanted.since())
                .set(EXPORT.UNTIL, wanted.until())
                .set(EXPORT.PERSONAL_DATA, wanted.withPersonalData())
                .set(EXPORT.STATE, ExportState.STARTED.code())
                .set(EXPORT.JOB_ID, NONE_YET)
                .set(EXPORT.FILES, JSONB.valueOf("[]"))
                .set(EXPORT.CREATED_BY, by)
                .set(EXPORT.CREATED_AT, clock.instant())
                .returning(EXPORT.ID)
                .fetchSingle(EXPORT.ID);
    }

    void job(long id, JobId job) {
        database.update(EXPORT)
                .set(EXPORT.JOB_ID, job.value())
                .where(EXPORT.ID.eq(id))
                .execute();
    }

    ExportRecord get(long id) {
        return database.selectFrom(EXPORT).where(EXPORT.ID.eq(id)).fetchSingle();
    }

    /// @throws Problem `not-found`
    ExportRecord get(Brand brand, long id) {
        return database.selectFrom(EXPORT)
                .where(EXPORT.ID.eq(id))
                .and(EXPORT.BRAND_ID.eq(brand.id().value()))
                .fetchOptional()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "export " + id));
    }

    Page<ExportRecord> page(Brand brand, PageRequest request) {
        Condition which = EXPORT.BRAND_ID.eq(brand.id().value());
        Cursor cursor = Cursor.decode(request.cursor(), 1);
        if (cursor != null) {
            which = which.and(EXPORT.ID.lt(cursor.number(0)));
        }
        List<ExportRecord> found = database.selectFrom(EXPORT)
                .where(which)
                .orderBy(EXPORT.ID.desc())
                .limit(request.size() + 1)
                .fetch();
        return Page.of(found, request.size(), row -> Cursor.of(row.getId()));
    }

    void done(long id, List<ExportFile> files, long rows) {
        database.update(EXPORT)
                .set(EXPORT.STATE, ExportState.DONE.code())
                .set(EXPORT.FILES, JSONB.valueOf(json.writeValueAsString(files)))
                .set(EXPORT.ROW_COUNT, rows)
                .set(EXPORT.FINISHED_AT, clock.instant())
                .where(EXPORT.ID.eq(id))
                .execute();
    }

    /// Exports of before, finished or never, whose files are still there.
    List<Long> before(Instant then) {
        return database.select(EXPORT.ID)
                .from(EXPORT)
                .where(EXPORT.STATE.ne(ExportState.EXPIRED.code()))
                .and(EXPORT.FINISHED_AT.le(then).or(EXPORT.FINISHED_AT.isNull().and(EXPORT.CREATED_AT.le(then))))
                .fetch(EXPORT.ID);
    }

    void expired(long id) {
        database.update(EXPORT)
                .set(EXPORT.STATE, ExportState.EXPIRED.code())
                .set(EXPORT.FILES, JSONB.valueOf("[]"))
                .where(EXPORT.ID.eq(id))
                .execute();
    }

    List<ExportFile> files(ExportRecord row) {
        return json.readValue(row.getFiles().data(), FILES);
    }
}
