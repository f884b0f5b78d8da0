package io.waterwheel.customer.person;

import static io.waterwheel.customer.generated.Tables.PERSON_EXPORT;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.PrivacyProblem;
import io.waterwheel.customer.generated.tables.records.PersonExportRecord;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Copies of everything that is held about one person, made on request, sealed on disk, gone after a week.
@Component
public class PersonExports {

    private static final int REASON_MOST = 500;

    private final DSLContext database;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final ExportFiles files;
    private final Vault vault;

    PersonExports(
            DSLContext database, Jobs jobs, AuditTrail audit, InstantSource clock, ExportFiles files, Vault vault) {
        this.database = database;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        this.files = files;
        this.vault = vault;
    }

    /// Starts making a copy.
    @Transactional
    public PersonExport request(Brand brand, CustomerNo customer, @Nullable String reason) {
        String why = reason(reason);
        long id = database.insertInto(PERSON_EXPORT)
                .set(PERSON_EXPORT.BRAND_ID, brand.id().value())
                .set(PERSON_EXPORT.CUSTOMER_NO, customer.value())
                .set(PERSON_EXPORT.REASON, why)
                .set(PERSON_EXPORT.REQUESTED_BY, Actor.current().name())
                .set(PERSON_EXPORT.REQUESTED_AT, clock.instant())
                .returning(PERSON_EXPORT.ID)
                .fetchSingle(PERSON_EXPORT.ID);
        JobId job = jobs.start(new NewJob(
                ExportPersonJob.KIND,
                new Text("客户 " + customer + " 的个人信息副本", "Copy of customer " + customer + "'s personal data"),
                brand.id(),
                "%",
                new ExportPersonJob.Params(id),
                "/b/" + brand.key() + "/customers/" + customer + "?tab=privacy"));
        database.update(PERSON_EXPORT)
                .set(PERSON_EXPORT.JOB_ID, job.value())
                .where(PERSON_EXPORT.ID.eq(id))
                .execute();
        audit.record("look-up.export", "customer/" + customer, Map.of("brand", brand.key(), "reason", why));
        return get(customer, id);
    }

    public List<PersonExport> of(CustomerNo customer) {
        return database.selectFrom(PERSON_EXPORT)
                .where(PERSON_EXPORT.CUSTOMER_NO.eq(customer.value()))
                .orderBy(PERSON_EXPORT.ID.desc())
                .fetch(this::export);
    }

    /// Whether the archive can be read now, and the trail of it being read.
    ///
    /// @throws Problem `not-found`, `copy-not-ready`, `copy-expired`
    @Transactional
    public void downloaded(Brand brand, CustomerNo customer, long id) {
        switch (get(customer, id).state()) {
            case MAKING -> throw new Problem(PrivacyProblem.COPY_NOT_READY);
            case EXPIRED -> throw new Problem(PrivacyProblem.COPY_EXPIRED);
            case READY -> {
                database.update(PERSON_EXPORT)
                        .set(PERSON_EXPORT.DOWNLOADS, PERSON_EXPORT.DOWNLOADS.plus(1))
                        .where(PERSON_EXPORT.ID.eq(id))
                        .execute();
                audit.record(
                        "look-up.download",
                        "customer/" + customer,
                        Map.of("brand", brand.key(), "export", Long.toString(id)));
            }
        }
    }

    /// The archive's bytes, after [#downloaded].
    public void write(long id, OutputStream out) throws IOException {
        SealedFile.read(files.of(id), vault, out);
    }

    private PersonExport get(CustomerNo customer, long id) {
        return database.selectFrom(PERSON_EXPORT)
                .where(PERSON_EXPORT.ID.eq(id))
                .and(PERSON_EXPORT.CUSTOMER_NO.eq(customer.value()))
                .fetchOptional(this::export)
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "export " + id));
    }

    private PersonExport export(PersonExportRecord row) {
        boolean expired = row.getRemovedAt() != null
                || (row.getExpiresAt() != null && !clock.instant().isBefore(row.getExpiresAt()));
        return new PersonExport(
                Long.toString(row.getId()),
                row.getReason(),
                expired
                        ? PersonExport.State.EXPIRED
                        : row.getReadyAt() == null ? PersonExport.State.MAKING : PersonExport.State.READY,
                row.getJobId() == null ? null : row.getJobId().toString(),
                row.getRequestedBy(),
                row.getRequestedAt(),
                row.getReadyAt(),
                row.getExpiresAt(),
                row.getBytes(),
                row.getDownloads());
    }

    static String reason(@Nullable String reason) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > REASON_MOST) {
            throw new Problem(KernelProblem.INVALID).outside("/reason", "length", 1, REASON_MOST);
        }
        return why;
    }
}
