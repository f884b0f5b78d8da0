package io.waterwheel.intake.file;

import static io.waterwheel.kernel.generated.Tables.EVENT;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.Import;
import io.waterwheel.intake.ImportError;
import io.waterwheel.intake.StartImport;
import io.waterwheel.kernel.generated.tables.records.EventRecord;
import io.waterwheel.kernel.page.PageRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/// Brings files in and looks at what came of them.
@TestComponent
class ImportFixture {

    static final String HEADER = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,CustomerID,Country";

    final Imports imports;
    final DSLContext database;

    ImportFixture(Imports imports, DSLContext database) {
        this.imports = imports;
        this.database = database;
    }

    /// A file with the columns of [#HEADER].
    static String orders(String... lines) {
        return HEADER + "\n" + String.join("\n", lines) + "\n";
    }

    Import upload(Brand brand, String filename, String text) throws Exception {
        return upload(brand, filename, text.getBytes(StandardCharsets.UTF_8));
    }

    Import upload(Brand brand, String filename, byte[] content) throws Exception {
        return upload(brand, filename, new ByteArrayInputStream(content));
    }

    Import upload(Brand brand, String filename, InputStream content) throws Exception {
        return imports.upload(brand, "orders", filename, content, Locale.ENGLISH);
    }

    Import uploadAs(String kind, Brand brand, String filename, byte[] content) throws Exception {
        return imports.upload(brand, kind, filename, new ByteArrayInputStream(content), Locale.ENGLISH);
    }

    /// Uploads a file of some kind, starts it as guessed, and waits for the end.
    Import bringInAs(String kind, Brand brand, String filename, byte[] content) throws Exception {
        return run(brand, uploadAs(kind, brand, filename, content));
    }

    Import bringInAs(String kind, Brand brand, String text) throws Exception {
        return bringInAs(kind, brand, kind + ".csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /// Checks a draft as it is mapped, and waits for the end.
    Import check(Brand brand, Import draft) {
        imports.check(brand, draft.id(), new StartImport(draft.mapping(), null), Locale.ENGLISH);
        return settled(brand, draft);
    }

    /// Undoes an import and waits for the end.
    Import undo(Brand brand, Import done) {
        imports.undo(brand, done.id(), Locale.ENGLISH);
        return settled(brand, done);
    }

    /// Uploads, starts as guessed, and waits for the end.
    Import bringIn(Brand brand, String filename, byte[] content) throws Exception {
        return run(brand, upload(brand, filename, content));
    }

    Import bringIn(Brand brand, String text) throws Exception {
        return bringIn(brand, "orders.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    Import run(Brand brand, Import draft) {
        return run(brand, draft, draft.mapping(), null);
    }

    Import run(Brand brand, Import draft, Map<String, String> mapping, @Nullable String source) {
        imports.start(brand, draft.id(), new StartImport(mapping, source), Locale.ENGLISH);
        return settled(brand, draft);
    }

    private Import settled(Brand brand, Import draft) {
        return await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> imports.get(brand, draft.id(), Locale.ENGLISH), shown -> switch (shown.state()) {
                    case DRAFT, DONE, FAILED, CANCELLED, UNDONE, UNDO_FAILED -> true;
                    case QUEUED, RUNNING, UNDOING -> false;
                });
    }

    List<ImportError> errors(Brand brand, Import done) throws Exception {
        return imports.errors(brand, done.id(), new PageRequest(null, 200), Locale.ENGLISH)
                .items();
    }

    List<EventRecord> events(Brand brand) {
        return database.selectFrom(EVENT)
                .where(EVENT.BRAND_ID.eq(brand.id().value()))
                .orderBy(EVENT.POSITION)
                .fetch();
    }
}
