package io.waterwheel.customer.person;

import static io.waterwheel.customer.generated.Tables.PERSON_EXPORT;

import io.waterwheel.customer.generated.tables.records.PersonExportRecord;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.privacy.Vault;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Makes one person's archive. After a kill it begins again: a half archive is never shown.
@Component
class ExportPersonJob implements JobHandler {

    static final String KIND = "person-export";
    static final Duration KEPT = Duration.ofDays(7);

    private final DSLContext database;
    private final Persons persons;
    private final PersonArchive archive;
    private final ExportFiles files;
    private final Vault vault;
    private final InstantSource clock;

    ExportPersonJob(
            DSLContext database,
            Persons persons,
            PersonArchive archive,
            ExportFiles files,
            Vault vault,
            InstantSource clock) {
        this.database = database;
        this.persons = persons;
        this.archive = archive;
        this.files = files;
        this.vault = vault;
        this.clock = clock;
    }

    record Params(long export) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws IOException {
        long id = run.params(Params.class).export();
        PersonExportRecord row = database.fetchOne(PERSON_EXPORT, PERSON_EXPORT.ID.eq(id));
        if (row == null || row.getRemovedAt() != null) {
            // Erased in the meantime: there is nobody left to tell of.
            return;
        }
        Path unfinished = files.unfinished(id);
        Instant now = clock.instant();
        Counted out = new Counted(SealedFile.write(unfinished, vault));
        try (out) {
            database.transaction(configuration -> {
                DSLContext transaction = DSL.using(configuration);
                transaction.execute("set transaction isolation level repeatable read, read only");
                archive.write(transaction, persons.of(transaction, new CustomerNo(row.getCustomerNo())), now, out);
            });
        }
        Files.move(unfinished, files.of(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        int kept = database.update(PERSON_EXPORT)
                .set(PERSON_EXPORT.READY_AT, now)
                .set(PERSON_EXPORT.EXPIRES_AT, now.plus(KEPT))
                .set(PERSON_EXPORT.BYTES, out.bytes)
                .where(PERSON_EXPORT.ID.eq(id))
                .and(PERSON_EXPORT.REMOVED_AT.isNull())
                .execute();
        if (kept == 0) {
            files.remove(id);
        }
    }

    private static final class Counted extends FilterOutputStream {

        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] piece, int from, int length) throws IOException {
            out.write(piece, from, length);
            bytes += length;
        }
    }
}
