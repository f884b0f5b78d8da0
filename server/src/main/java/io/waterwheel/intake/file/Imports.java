package io.waterwheel.intake.file;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.Import;
import io.waterwheel.intake.ImportError;
import io.waterwheel.intake.ImportId;
import io.waterwheel.intake.ImportState;
import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.intake.StartImport;
import io.waterwheel.intake.generated.tables.records.ImportRecord;
import io.waterwheel.intake.source.Sources;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Uploaded files: shown, started, stopped, and what could not be taken of them.
@Component
public class Imports {

    private static final int LONGEST_NAME = 200;

    private final ImportRows rows;
    private final ImportView view;
    private final ImportDirectories directories;
    private final FileKinds kinds;
    private final Sources sources;
    private final ImportTemplates templates;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Imports(
            ImportRows rows,
            ImportView view,
            ImportDirectories directories,
            FileKinds kinds,
            Sources sources,
            ImportTemplates templates,
            Jobs jobs,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.view = view;
        this.directories = directories;
        this.kinds = kinds;
        this.sources = sources;
        this.templates = templates;
        this.jobs = jobs;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// Stores a file and looks at it. The file is on disk before its import is.
    ///
    /// @throws Problem `file-…`, `disk-full`; then nothing is kept
    public Import upload(Brand brand, String kindCode, String filename, InputStream body, Locale locale)
            throws IOException {
        FileKind kind = kinds.of(kindCode);
        String name = name(filename);
        Path incoming = directories.incoming();
        try {
            Path file = ImportDirectories.upload(incoming);
            long bytes = ImportDirectories.store(body, file);
            UploadedTable table = UploadedTable.read(file, name, null, kind);
            ImportId id = transaction.execute(status -> {
                ImportId made = rows.insert(
                        brand,
                        kind.kind(),
                        name,
                        bytes,
                        table,
                        templates.matching(brand, kind.kind(), table.columns()));
                audit.record("import.upload", "import/" + made, Map.of("brand", brand.key(), "bytes", bytes));
                directories.assign(incoming, made);
                return made;
            });
            return view.of(rows.get(brand, id), locale);
        } finally {
            ImportDirectories.delete(incoming);
        }
    }

    public Page<Import> page(Brand brand, PageRequest request, Locale locale) {
        Cursor cursor = Cursor.decode(request.cursor(), 1);
        List<ImportRecord> found = rows.newest(brand, cursor == null ? null : cursor.number(0), request.size() + 1);
        return Page.of(found, request.size(), row -> Cursor.of(row.getId())).map(row -> view.of(row, locale));
    }

    /// @throws Problem `not-found`
    public Import get(Brand brand, ImportId id, Locale locale) {
        return view.of(rows.get(brand, id), locale);
    }

    /// Reads another sheet of a draft's workbook.
    ///
    /// @throws Problem `import-state`, `sheet-unknown`, `file-…`
    @Transactional
    public Import chooseSheet(Brand brand, ImportId id, String sheet, Locale locale) throws IOException {
        ImportRecord row = rows.lock(brand, id);
        require(view.state(row) == ImportState.DRAFT, row);
        FileKind kind = kinds.of(row.getKind());
        Path upload = ImportDirectories.upload(directories.of(id));
        UploadedTable table = UploadedTable.read(upload, row.getFilename(), sheet, kind);
        rows.lookedAt(id, table, templates.matching(brand, kind.kind(), table.columns()));
        return view.of(rows.get(brand, id), locale);
    }

    /// Starts a draft, or one that failed or was cancelled once more; what is in the log is not written twice.
    ///
    /// @throws Problem `mapping-incomplete`, `import-state`, `source-name-taken`
    @Transactional
    public Import start(Brand brand, ImportId id, StartImport wish, Locale locale) {
        return start(brand, id, wish, false, locale);
    }

    /// Reads the whole file as if it were imported, and writes nothing; afterwards the import is a draft again.
    ///
    /// @throws Problem as [#start]
    @Transactional
    public Import check(Brand brand, ImportId id, StartImport wish, Locale locale) {
        return start(brand, id, wish, true, locale);
    }

    private Import start(Brand brand, ImportId id, StartImport wish, boolean dryRun, Locale locale) {
        ImportRecord row = rows.lock(brand, id);
        require(view.state(row).startable(), row);
        FileKind kind = kinds.of(row.getKind());
        List<String> columns = rows.read(row.getColumns(), ImportView.COLUMNS);
        Map<String, String> mapping = Mapping.checked(wish.mapping(), kind, columns);
        String source = wish.source() == null || wish.source().isBlank()
                ? row.getKind()
                : wish.source().strip();
        if (!dryRun) {
            sources.ensureFile(brand, source);
        }
        if (wish.template() != null && !wish.template().isBlank()) {
            templates.save(brand, kind.kind(), wish.template(), source, columns, mapping);
        }
        JobId job = jobs.start(new NewJob(
                ImportJob.KIND,
                Text.same(row.getFilename()),
                brand.id(),
                "%",
                new ImportJob.Params(id.value()),
                link(brand, id)));
        rows.started(id, mapping, source, job, dryRun);
        audit.record(
                dryRun ? "import.check" : "import.start",
                "import/" + id,
                Map.of("brand", brand.key(), "source", source));
        return view.of(rows.get(brand, id), locale);
    }

    /// Takes back what an import brought, as a job.
    ///
    /// @throws Problem `import-state`
    @Transactional
    public Import undo(Brand brand, ImportId id, Locale locale) {
        ImportRecord row = rows.lock(brand, id);
        require(view.state(row).undoable() && !row.getDryRun(), row);
        JobId job = jobs.start(new NewJob(
                UndoJob.KIND,
                new Text("撤销导入 " + row.getFilename(), "Undo of " + row.getFilename()),
                brand.id(),
                "%",
                new ImportJob.Params(id.value()),
                link(brand, id)));
        rows.undoing(id, job);
        audit.record("import.undo", "import/" + id, Map.of("brand", brand.key()));
        return view.of(rows.get(brand, id), locale);
    }

    private static String link(Brand brand, ImportId id) {
        return "/b/" + brand.key() + "/imports/" + id;
    }

    private void require(boolean allowed, ImportRecord row) {
        if (!allowed) {
            throw new Problem(IntakeProblem.IMPORT_STATE)
                    .with("state", view.state(row).code());
        }
    }

    /// Stops an import at its next piece; orders that are in stay. A draft is thrown away with its file.
    ///
    /// @throws Problem `import-state` when it has ended
    @Transactional
    public Import cancel(Brand brand, ImportId id, Locale locale) {
        ImportRecord row = rows.lock(brand, id);
        ImportState state = view.state(row);
        switch (state) {
            case DRAFT -> {
                rows.cancelled(id);
                ImportDirectories.delete(directories.of(id));
            }
            case QUEUED, RUNNING -> jobs.cancel(new JobId(row.getJobId()));
            case DONE, FAILED, CANCELLED, UNDOING, UNDO_FAILED, UNDONE ->
                throw new Problem(IntakeProblem.IMPORT_STATE).with("state", state.code());
        }
        audit.record("import.cancel", "import/" + id, Map.of("brand", brand.key()));
        return view.of(rows.get(brand, id), locale);
    }

    public Page<ImportError> errors(Brand brand, ImportId id, PageRequest request, Locale locale) throws IOException {
        return errorFile(brand, id).page(request, locale);
    }

    /// Writes the error file for a person.
    public void download(Brand brand, ImportId id, OutputStream out, Locale locale) throws IOException {
        errorFile(brand, id).download(out, locale);
    }

    private ErrorFile errorFile(Brand brand, ImportId id) {
        rows.get(brand, id);
        return new ErrorFile(ImportDirectories.errors(directories.of(id)));
    }

    /// The name without a path that some browsers send before it.
    private static String name(String filename) {
        String name = filename.substring(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1)
                .strip();
        return name.isEmpty() ? "file" : name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }
}
