package io.waterwheel.exchange.export;

import io.waterwheel.access.Brand;
import io.waterwheel.exchange.ExchangeProblem;
import io.waterwheel.exchange.generated.tables.records.ExportRecord;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A brand's exports: asked for, listed, downloaded.
@Component
public class Exports {

    private static final Logger log = LoggerFactory.getLogger(Exports.class);

    /// How long the files of an export are kept.
    static final Duration KEPT = Duration.ofDays(7);

    private final ExportRows rows;
    private final ExportDirectories directories;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final InstantSource clock;

    Exports(ExportRows rows, ExportDirectories directories, Jobs jobs, AuditTrail audit, InstantSource clock) {
        this.rows = rows;
        this.directories = directories;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws Problem `invalid`
    @Transactional
    public Export start(Brand brand, NewExport wanted) {
        if (wanted.since() != null && wanted.until() != null && !wanted.since().isBefore(wanted.until())) {
            throw new Problem(KernelProblem.INVALID)
                    .at("/until", "order", new Text("须晚于开始时间", "must be after the beginning"));
        }
        long id = rows.insert(brand, wanted, Actor.current().name());
        JobId job = jobs.start(new NewJob(
                ExportJob.KIND,
                title(wanted.kind()),
                brand.id(),
                "rows",
                new ExportJob.Params(id),
                "/b/" + brand.key() + "/settings/exchange?tab=exports"));
        rows.job(id, job);
        audit.record(
                "export.start",
                "export/" + id,
                Map.of(
                        "brand", brand.key(),
                        "kind", wanted.kind().code(),
                        "personalData", wanted.withPersonalData()));
        return get(brand, id);
    }

    private static Text title(ExportKind kind) {
        return switch (kind) {
            case EVENTS -> new Text("导出事件", "Export events");
            case CUSTOMERS -> new Text("导出客户", "Export customers");
            case ORDERS -> new Text("导出订单", "Export orders");
        };
    }

    public Page<Export> page(Brand brand, PageRequest page) {
        return rows.page(brand, page).map(this::export);
    }

    /// @throws Problem `not-found`
    public Export get(Brand brand, long id) {
        return export(rows.get(brand, id));
    }

    /// One of its files, to be read.
    ///
    /// @throws Problem `not-found`, `export-not-ready`, `export-expired`
    @Transactional
    public Path file(Brand brand, long id, String name) {
        Export export = get(brand, id);
        switch (export.state()) {
            case STARTED -> throw new Problem(ExchangeProblem.EXPORT_NOT_READY);
            case EXPIRED -> throw new Problem(ExchangeProblem.EXPORT_EXPIRED);
            case DONE -> {
                // Only names that we gave lead to a file.
                if (export.files().stream().noneMatch(file -> file.name().equals(name))) {
                    throw new Problem(KernelProblem.NOT_FOUND).with("what", name);
                }
            }
        }
        if (export.personalData()) {
            audit.record("export.download", "export/" + id, Map.of("brand", brand.key(), "file", name));
        }
        return directories.file(id, name);
    }

    /// Deletes the files of exports whose week is over, of those too that never came to an end.
    public void sweep() {
        for (long id : rows.before(clock.instant().minus(KEPT))) {
            try {
                directories.delete(id);
                rows.expired(id);
            } catch (IOException e) {
                log.warn("export.expiry failed id={}", id, e);
            }
        }
    }

    private Export export(ExportRecord row) {
        Instant finished = row.getFinishedAt();
        Instant expires = finished == null ? null : finished.plus(KEPT);
        boolean over = expires != null && !expires.isAfter(clock.instant());
        return new Export(
                row.getId(),
                ExportKind.of(row.getKind()),
                row.getSince(),
                row.getUntil(),
                row.getPersonalData(),
                over ? ExportState.EXPIRED : ExportState.of(row.getState()),
                jobs.find(new JobId(row.getJobId())).orElse(null),
                over ? List.of() : rows.files(row),
                row.getRowCount(),
                row.getCreatedBy(),
                row.getCreatedAt(),
                finished,
                expires);
    }
}
