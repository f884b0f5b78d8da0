package io.waterwheel.intake.file;

import static io.waterwheel.intake.generated.Tables.IMPORT;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.DryRun;
import io.waterwheel.intake.ImportCounts;
import io.waterwheel.intake.ImportId;
import io.waterwheel.intake.ImportKind;
import io.waterwheel.intake.ImportState;
import io.waterwheel.intake.ImportTemplate;
import io.waterwheel.intake.file.table.FileFormat;
import io.waterwheel.intake.generated.tables.records.ImportRecord;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.nio.charset.Charset;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
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

    /// Between the start and the end of an undo.
    static final String UNDOING = "undoing";

    private final DSLContext database;
    private final InstantSource clock;
    private final Vault vault;
    private final JsonMapper json;

    ImportRows(DSLContext database, InstantSource clock, Vault vault, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.vault = vault;
        this.json = json;
    }

    ImportId insert(
            Brand brand,
            ImportKind kind,
            String filename,
            long bytes,
            UploadedTable table,
            @Nullable ImportTemplate template) {
        return new ImportId(database.insertInto(IMPORT)
                .set(IMPORT.BRAND_ID, brand.id().value())
                .set(IMPORT.KIND, kind.code())
                .set(IMPORT.FILENAME, filename)
                .set(IMPORT.BYTES, bytes)
                .set(IMPORT.STATE, ImportState.DRAFT.code())
                .set(found(table, template))
                .set(IMPORT.CREATED_BY, Actor.current().name())
                .set(IMPORT.CREATED_AT, clock.instant())
                .returning(IMPORT.ID)
                .fetchSingle(IMPORT.ID));
    }

    /// A draft's file was looked at again, another sheet of it.
    void lookedAt(ImportId id, UploadedTable table, @Nullable ImportTemplate template) {
        database.update(IMPORT)
                .set(found(table, template))
                .setNull(IMPORT.DRY_RESULT)
                .where(IMPORT.ID.eq(id.value()))
                .execute();
    }

    private Map<Field<?>, @Nullable Object> found(UploadedTable table, @Nullable ImportTemplate template) {
        FileFormat format = table.format();
        Charset charset = format.charset();
        Character delimiter = format.delimiter();
        Map<Field<?>, @Nullable Object> found = new LinkedHashMap<>();
        found.put(IMPORT.FORMAT, format.code());
        found.put(IMPORT.ENCODING, charset == null ? null : charset.name());
        found.put(IMPORT.DELIMITER, delimiter == null ? null : delimiter.toString());
        found.put(IMPORT.SHEET, format.sheet());
        found.put(IMPORT.SHEETS, text(format.sheets()));
        found.put(IMPORT.COLUMNS, text(table.columns()));
        found.put(IMPORT.SAMPLE, sealed(table.sample()));
        found.put(IMPORT.MAPPING, text(template == null ? names(table) : template.mapping()));
        found.put(IMPORT.TEMPLATE, template == null ? null : template.name());
        found.put(IMPORT.SOURCE, template == null ? null : template.source());
        return found;
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

    void started(ImportId id, Map<String, String> mapping, String source, JobId job, boolean dryRun) {
        database.update(IMPORT)
                .set(IMPORT.STATE, STARTED)
                .set(IMPORT.DRY_RUN, dryRun)
                .setNull(IMPORT.DRY_RESULT)
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

    /// A dry run has come to its end; the import is a draft again.
    void checked(ImportId id, DryRun result) {
        database.update(IMPORT)
                .set(IMPORT.STATE, ImportState.DRAFT.code())
                .set(IMPORT.DRY_RUN, false)
                .set(IMPORT.DRY_RESULT, sealed(result))
                .setNull(IMPORT.JOB_ID)
                .setNull(IMPORT.PROBLEM)
                .where(IMPORT.ID.eq(id.value()))
                .execute();
    }

    void undoing(ImportId id, JobId job) {
        database.update(IMPORT)
                .set(IMPORT.STATE, UNDOING)
                .set(IMPORT.JOB_ID, job.value())
                .setNull(IMPORT.PROBLEM)
                .where(IMPORT.ID.eq(id.value()))
                .execute();
    }

    void undone(ImportId id) {
        database.update(IMPORT)
                .set(IMPORT.STATE, ImportState.UNDONE.code())
                .setNull(IMPORT.PROBLEM)
                .set(IMPORT.FINISHED_AT, clock.instant())
                .where(IMPORT.ID.eq(id.value()))
                .execute();
    }

    void cancelled(ImportId id) {
        ended(id, ImportState.CANCELLED, null);
    }

    private void ended(ImportId id, ImportState state, @Nullable JSONB counts) {
        database.update(IMPORT)
                .set(IMPORT.STATE, state.code())
                .set(IMPORT.COUNTS, counts)
                .set(IMPORT.SAMPLE, JSONB.valueOf("[]"))
                .set(IMPORT.DRY_RUN, false)
                .setNull(IMPORT.DRY_RESULT)
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

    /// Reads what was sealed because it may hold personal data.
    <T> T open(JSONB text, TypeReference<T> type) {
        boolean sealed = text.data().startsWith("\"");
        return json.readValue(sealed ? vault.open(json.readValue(text.data(), String.class)) : text.data(), type);
    }

    private JSONB sealed(Object value) {
        return text(vault.seal(json.writeValueAsString(value)));
    }

    private JSONB text(Object value) {
        return JSONB.valueOf(json.writeValueAsString(value));
    }

    private static Condition in(Brand brand, ImportId id) {
        return IMPORT.ID.eq(id.value()).and(IMPORT.BRAND_ID.eq(brand.id().value()));
    }
}
