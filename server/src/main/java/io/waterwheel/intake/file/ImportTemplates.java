package io.waterwheel.intake.file;

import static io.waterwheel.intake.generated.Tables.IMPORT_TEMPLATE;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.ImportKind;
import io.waterwheel.intake.ImportTemplate;
import io.waterwheel.intake.generated.tables.records.ImportTemplateRecord;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Mappings kept for the next file of a source.
@Component
public class ImportTemplates {

    private static final int LONGEST_NAME = 80;

    private final DSLContext database;
    private final InstantSource clock;
    private final AuditTrail audit;
    private final JsonMapper json;

    ImportTemplates(DSLContext database, InstantSource clock, AuditTrail audit, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
        this.json = json;
    }

    public List<ImportTemplate> of(Brand brand) {
        return database.selectFrom(IMPORT_TEMPLATE)
                .where(IMPORT_TEMPLATE.BRAND_ID.eq(brand.id().value()))
                .orderBy(IMPORT_TEMPLATE.KIND, IMPORT_TEMPLATE.NAME)
                .fetch(this::template);
    }

    /// The one to use for a file with those columns: made for the same header, or else the newest all of whose
    /// columns are there.
    ///
    /// @return null when there is none
    @Nullable
    ImportTemplate matching(Brand brand, ImportKind kind, List<String> columns) {
        return of(brand).stream()
                .filter(template -> template.kind() == kind)
                .filter(template ->
                        new HashSet<>(columns).containsAll(template.mapping().values()))
                .max(Comparator.comparing(
                                (ImportTemplate template) -> template.columns().equals(columns))
                        .thenComparing(ImportTemplate::changedAt))
                .orElse(null);
    }

    /// Keeps a mapping; one of that name is replaced.
    void save(
            Brand brand,
            ImportKind kind,
            String name,
            String source,
            List<String> columns,
            Map<String, String> mapping) {
        String stripped = name.strip();
        if (stripped.length() > LONGEST_NAME || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new Problem(KernelProblem.INVALID).outside("/template", "length", 1, LONGEST_NAME);
        }
        database.insertInto(IMPORT_TEMPLATE)
                .set(IMPORT_TEMPLATE.BRAND_ID, brand.id().value())
                .set(IMPORT_TEMPLATE.KIND, kind.code())
                .set(IMPORT_TEMPLATE.NAME, stripped)
                .set(IMPORT_TEMPLATE.SOURCE, source)
                .set(IMPORT_TEMPLATE.COLUMNS, text(columns))
                .set(IMPORT_TEMPLATE.MAPPING, text(mapping))
                .set(IMPORT_TEMPLATE.CREATED_BY, Actor.current().name())
                .set(IMPORT_TEMPLATE.CHANGED_AT, clock.instant())
                .onConflict(IMPORT_TEMPLATE.BRAND_ID, IMPORT_TEMPLATE.KIND, IMPORT_TEMPLATE.NAME)
                .doUpdate()
                .set(IMPORT_TEMPLATE.SOURCE, source)
                .set(IMPORT_TEMPLATE.COLUMNS, text(columns))
                .set(IMPORT_TEMPLATE.MAPPING, text(mapping))
                .set(IMPORT_TEMPLATE.CHANGED_AT, clock.instant())
                .execute();
        audit.record("import-template.save", "import-template/" + stripped, Map.of("brand", brand.key()));
    }

    /// @throws Problem `not-found`
    @Transactional
    public void delete(Brand brand, long id) {
        int deleted = database.deleteFrom(IMPORT_TEMPLATE)
                .where(IMPORT_TEMPLATE.ID.eq(id))
                .and(IMPORT_TEMPLATE.BRAND_ID.eq(brand.id().value()))
                .execute();
        if (deleted == 0) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "import template " + id);
        }
        audit.record("import-template.delete", "import-template/" + id, Map.of("brand", brand.key()));
    }

    private ImportTemplate template(ImportTemplateRecord row) {
        return new ImportTemplate(
                row.getId(),
                ImportKind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
                row.getName(),
                row.getSource(),
                json.readValue(row.getColumns().data(), ImportView.COLUMNS),
                json.readValue(row.getMapping().data(), ImportView.MAPPING),
                row.getChangedAt());
    }

    private JSONB text(Object value) {
        return JSONB.valueOf(json.writeValueAsString(value));
    }
}
