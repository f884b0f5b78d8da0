package io.waterwheel.intake.file;

import static io.waterwheel.intake.generated.Tables.IMPORT;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.ImportCounts;
import io.waterwheel.intake.ImportId;
import io.waterwheel.intake.ImportKind;
import io.waterwheel.intake.ImportState;
import io.waterwheel.intake.generated.tables.records.ImportRecord;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The table of imports.
@Component
class ImportRows {

    /// Between the start and the end the job tells how it stands.
    static final String STARTED = "started";

    private final DSLContext database;
    private final InstantSource clock;
    private final JsonMapper json;

    ImportRows(DSLContext database, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    ImportId insert(Brand brand, ImportKind kind, String filename, long bytes, UploadedTable table) {
        return new ImportId(database.insertInto(IMPORT)
                .set(IMPORT.BRAND_ID, brand.id().value())
                .set(IMPORT.KIND, kind.code())
                .set(IMPORT.FILENAME, filename)
                .set(IMPORT.BYTES, bytes)
                .set(IMPORT.STATE, ImportState.DRAFT.code())
                .set(IMPORT.ENCODING, table.format().charset().name())
                .set(IMPORT.DELIMITER, Character.toString(table.format().delimiter()))
                .set(IMPORT.COLUMNS, text(table.columns()))
                .set(IMPORT.SAMPLE, text(table.sample()))
                .set(IMPORT.MAPPING, text(names(table)))
                .set(IMPORT.CREATED_BY, Actor.current().name())
                .set(IMPORT.CREATED_AT, clock.instant())
                .returning(IMPORT.ID)
                .fetchSingle(IMPORT.ID));
    }

    private static Map<String, String> names(UploadedTable table) {
        Map<String, String> names = new LinkedHashMap<>();
        table.guess()
                .forEach((field, column) -> names.put(field, table.columns().get(column)));
        return names;
    }

    /// @throws Problem `not-found`
    ImportRecord get(Brand brand, ImportId id) {
        return found(id, database.fetchOne(IMPORT, in(brand, id)));
    }

    /// As [#get], and nobody else changes it until the transaction ends.
    ImportRecord lock(Brand brand, ImportId id) {
        return found(
                id, database.selectFrom(IMPORT).where(in(brand, id)).forUpdate().fetchOne());
    }

    private static ImportRecord found(ImportId id, @Nullable ImportRecord row) {
        if (row == null) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "import " + id);
        }
        return row;
    }

    /// @param before only those older than it
    List<ImportRecord> newest(Brand brand, @Nullable Long before, int limit) {
        Condition which = IMPORT.BRAND_ID.eq(brand.id().value());
        return database.selectFrom(IMPORT)
                .where(before == null ? which : which.and(IMPORT.ID.lt(before)))
                .orderBy(IMPORT.ID.desc())
                .limit(limit)
                .fetch();
    }

    void started(ImportId id, Map<String, String> mapping, String source, JobId job) {
        database.update(IMPORT)
                .set(IMPORT.STATE, STARTED)
                .set(IMPORT.MAPPING, text(mapping))
                .set(IMPORT.SOURCE, source)
                .set(IMPORT.JOB_ID, job.value())
                .setNull(IMPORT.PROBLEM)
                .setNull(IMPORT.FINISHED_AT)
                .where(IMPORT.ID.eq(id.value()))
                .execute();
    }

    void done(ImportId id, ImportCounts counts) {
        ended(id, ImportState.DONE, text(counts));
    }

    void cancelled(ImportId id) {
        ended(id, ImportState.CANCELLED, null);
    }

    private void ended(ImportId id, ImportState state, @Nullable JSONB counts) {
        database.update(IMPORT)
                .set(IMPORT.STATE, state.code())
                .set(IMPORT.COUNTS, counts)
                .set(IMPORT.SAMPLE, JSONB.valueOf("[]"))
                .setNull(IMPORT.PROBLEM)
                .set(IMPORT.FINISHED_AT, clock.instant())
                .where(IMPORT.ID.eq(id.value()))
                .execute();
    }

    /// Keeps why a run failed; shown when its job says that it did.
    void problem(ImportId id, @Nullable Problem problem) {
        JSONB kept =
                problem == null ? null : text(new StoredProblem(problem.type().code(), problem.params()));
        database.update(IMPORT)
                .set(IMPORT.PROBLEM, DSL.val(kept, IMPORT.PROBLEM))
                .where(IMPORT.ID.eq(id.value()))
                .execute();
    }

    <T> T read(JSONB text, TypeReference<T> type) {
        return json.readValue(text.data(), type);
    }

    private JSONB text(Object value) {
        return JSONB.valueOf(json.writeValueAsString(value));
    }

    private static Condition in(Brand brand, ImportId id) {
        return IMPORT.ID.eq(id.value()).and(IMPORT.BRAND_ID.eq(brand.id().value()));
    }
}
