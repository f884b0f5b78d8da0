package io.waterwheel.intake.file;

import io.waterwheel.intake.DryRun;
import io.waterwheel.intake.ImportCounts;
import io.waterwheel.intake.ImportId;
import io.waterwheel.intake.SampleRecord;
import io.waterwheel.intake.catalogue.CatalogueRows;
import io.waterwheel.intake.catalogue.CatalogueRows.Entry;
import io.waterwheel.intake.catalogue.CatalogueTable;
import io.waterwheel.intake.file.table.LineFault;
import io.waterwheel.intake.file.table.LineRefused;
import io.waterwheel.kernel.job.JobRun;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Files of reference data: one row per code, the last one stands.
abstract class CatalogueFile implements FileKind {

    static final String CODE = "code";
    static final String NAME = "name";

    private final CatalogueTable table;
    private final CatalogueImport imports;
    private final CatalogueRows rows;
    private final InstantSource clock;

    CatalogueFile(CatalogueTable table, CatalogueImport imports, CatalogueRows rows, InstantSource clock) {
        this.table = table;
        this.imports = imports;
        this.rows = rows;
        this.clock = clock;
    }

    /// What a row tells beside its code, in the order of the table's facts.
    abstract @Nullable Object[] facts(ImportTask task, FieldCells cells) throws LineRefused;

    @Override
    public ImportCounts run(ImportTask task, JobRun run) {
        Instant startedAt = clock.instant();
        return imports.run(task, run, table, this::entry, startedAt);
    }

    @Override
    public DryRun check(ImportTask task, JobRun run) {
        return FilePass.whole(task, () -> 0, format -> {
            List<SampleRecord> sample = new ArrayList<>();
            CatalogueImport.Lines lines = CatalogueImport.look(
                    task,
                    run,
                    format,
                    cells -> {
                        Entry entry = entry(task, cells);
                        if (sample.size() < SampledEvents.SAMPLE) {
                            sample.add(new SampleRecord(kind().code(), null, shown(entry)));
                        }
                    },
                    FilePass.WHOLE);
            return new DryRun(
                    ImportCounts.ofRecords(lines.count(), lines.rejected(), lines.count() - lines.rejected(), 0, 0),
                    sample);
        });
    }

    @Override
    public void undo(long importId) {
        rows.forget(table, new ImportId(importId));
    }

    private Entry entry(ImportTask task, FieldCells cells) throws LineRefused {
        String code = cells.key(CODE, LineFault.CODE_TOO_LONG);
        if (code == null) {
            throw cells.refused(LineFault.CODE_MISSING, CODE, null);
        }
        return new Entry(code, facts(task, cells));
    }

    private Map<String, String> shown(Entry entry) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(CODE, entry.code());
        for (int i = 0; i < entry.facts().length; i++) {
            Object fact = entry.facts()[i];
            if (fact != null) {
                facts.put(table.facts().get(i).getName(), fact.toString());
            }
        }
        return facts;
    }
}
