package io.waterwheel.segment.list;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.job.Job;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.table.TableFiles;
import io.waterwheel.kernel.table.TableFiles.Table;
import io.waterwheel.segment.ListId;
import io.waterwheel.segment.ListUse;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.SegmentProblem;
import io.waterwheel.segment.generated.tables.records.CustomerListRecord;
import io.waterwheel.segment.saved.References;
import io.waterwheel.segment.saved.SavedSegments;
import io.waterwheel.segment.saved.Segment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// The brand's static lists.
@Service
public class CustomerLists {

    private final ListRows rows;
    private final UploadedLists uploads;
    private final UploadedPieces pieces;
    private final IncomingFiles incoming;
    private final TableFiles tables;
    private final SavedSegments segments;
    private final References references;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final TransactionOperations transactions;
    private final ObjectProvider<ListUse> uses;

    CustomerLists(
            ListRows rows,
            UploadedLists uploads,
            UploadedPieces pieces,
            IncomingFiles incoming,
            TableFiles tables,
            SavedSegments segments,
            References references,
            Jobs jobs,
            AuditTrail audit,
            InstantSource clock,
            TransactionOperations transactions,
            ObjectProvider<ListUse> uses) {
        this.rows = rows;
        this.uploads = uploads;
        this.pieces = pieces;
        this.incoming = incoming;
        this.tables = tables;
        this.segments = segments;
        this.references = references;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
        this.uses = uses;
    }

    /// Newest first.
    public List<CustomerList> list(Brand brand) {
        return rows.all(brand).stream().map(this::list).toList();
    }

    /// @throws Problem `not-found`
    public CustomerList get(Brand brand, ListId id) {
        return list(rows.find(brand, id).orElseThrow(() -> missing(id)));
    }

    /// Begins a list of everybody who is in the segment now.
    ///
    /// @throws Problem `not-found`, `customer-list-name-taken`
    public CustomerList snapshot(Brand brand, String name, SegmentId segment) {
        return named(name, () -> {
            Segment taken = segments.get(brand, segment);
            ListId id = rows.insertSnapshot(brand, name, taken);
            audit.record(
                    "customer-list.snapshot",
                    "customer-list/" + id,
                    Map.of("brand", brand.key(), "segment", segment, "version", taken.version()));
            start(brand, id, SnapshotJob.KIND, name, "customers", new SnapshotJob.Params(id));
            return get(brand, id);
        });
    }

    /// What the beginning of a file shows; nothing of it is kept.
    ///
    /// @throws Problem `file-…`, `too-large`
    public ListPreview preview(String filename, InputStream in) throws IOException {
        return incoming.with(in, file -> tables.read(file, filename, UploadedLists::preview));
    }

    /// Begins a list of everybody named in a column of a file. Of the file the column is kept, sealed, until each row
    /// has
    /// been looked up.
    ///
    /// @throws Problem `file-…`, `too-large`, `invalid`, `customer-list-name-taken`, `customer-list-file-empty`
    public CustomerList upload(
            Brand brand, String name, String filename, String column, IdentifierKind kind, InputStream in)
            throws IOException {
        return incoming.with(
                in,
                file -> tables.read(
                        file,
                        filename,
                        table -> named(name, () -> uploaded(brand, name, filename, column, kind, table))));
    }

    private CustomerList uploaded(
            Brand brand, String name, String filename, String column, IdentifierKind kind, Table table) {
        ListId id = rows.insertUpload(brand, name, filename, kind);
        long count;
        try {
            count = uploads.store(id, table, column, kind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record(
                "customer-list.upload",
                "customer-list/" + id,
                Map.of("brand", brand.key(), "kind", kind.code(), "rows", count));
        start(brand, id, MatchJob.KIND, name, "rows", new MatchJob.Params(id, count));
        return get(brand, id);
    }

    private void start(Brand brand, ListId id, String kind, String name, String unit, Object params) {
        JobId job = jobs.start(new NewJob(
                kind,
                new Text("建立名单“" + name + "”", "Make the list \"" + name + "\""),
                brand.id(),
                unit,
                params,
                "/b/" + brand.key() + "/lists/" + id));
        rows.job(id, job);
    }

    /// @throws Problem `not-found`, `customer-list-name-taken`
    public CustomerList rename(Brand brand, ListId id, String name) {
        return named(name, () -> {
            if (rows.lock(brand, id).isEmpty()) {
                throw missing(id);
            }
            rows.rename(id, name);
            // Not the names: lists are called after people, and the trail is not rewritten.
            audit.record("customer-list.rename", "customer-list/" + id, Map.of("brand", brand.key()));
            return get(brand, id);
        });
    }

    /// @throws Problem `not-found`, `customer-list-in-use`
    public void delete(Brand brand, ListId id) {
        transactions.executeWithoutResult(_ -> {
            references.lock(brand);
            CustomerListRecord row = rows.lock(brand, id).orElseThrow(() -> missing(id));
            List<String> users = uses(brand, id);
            if (!users.isEmpty()) {
                throw new Problem(SegmentProblem.CUSTOMER_LIST_IN_USE).with("users", String.join(", ", users));
            }
            job(row).filter(job -> !job.state().ended()).ifPresent(job -> jobs.cancel(job.id()));
            rows.delete(id);
            audit.record("customer-list.delete", "customer-list/" + id, Map.of("brand", brand.key()));
        });
    }

    /// What stands on the list, such as `segment/7`.
    public List<String> uses(Brand brand, ListId id) {
        return uses.stream().flatMap(use -> use.of(brand, id).stream()).toList();
    }

    /// The rows that matched nobody, a piece at a time.
    ///
    /// @throws Problem `not-found`, `customer-list-not-ready`, `unmatched-rows-gone`
    public Unmatched unmatched(Brand brand, ListId id) {
        CustomerListRecord row = rows.find(brand, id).orElseThrow(() -> missing(id));
        if (row.getReadyAt() == null) {
            throw new Problem(SegmentProblem.CUSTOMER_LIST_NOT_READY).with("name", row.getName());
        }
        if (row.getUnmatchedUntil() == null || !row.getUnmatchedUntil().isAfter(clock.instant())) {
            throw new Problem(SegmentProblem.UNMATCHED_ROWS_GONE);
        }
        audit.record("customer-list.unmatched", "customer-list/" + id, Map.of("brand", brand.key()));
        return new Unmatched(id, row.getName(), row.getCreatedBy(), IdentifierKind.of(row.getIdentifierKind()), pieces);
    }

    /// Deletes rows that are kept longer than they may be.
    void sweep() {
        for (long id : rows.overdue()) {
            pieces.delete(id);
            rows.unmatchedGone(id);
        }
    }

    private <T> T named(String name, Supplier<T> change) {
        try {
            return Objects.requireNonNull(transactions.execute(_ -> change.get()));
        } catch (DuplicateKeyException e) {
            throw new Problem(SegmentProblem.CUSTOMER_LIST_NAME_TAKEN, e).with("name", name);
        }
    }

    private Optional<Job> job(CustomerListRecord row) {
        return Optional.ofNullable(row.getJob()).map(JobId::new).flatMap(jobs::find);
    }

    private CustomerList list(CustomerListRecord row) {
        ListOrigin origin = ListOrigin.of(row.getOrigin());
        Optional<Job> job = row.getReadyAt() == null ? job(row) : Optional.empty();
        return new CustomerList(
                new ListId(row.getId()),
                row.getName(),
                origin,
                state(row, job),
                row.getSize(),
                origin == ListOrigin.SNAPSHOT ? snapshot(row) : null,
                origin == ListOrigin.UPLOAD ? upload(row) : null,
                job.orElse(null),
                row.getCreatedBy(),
                row.getCreatedAt(),
                row.getReadyAt());
    }

    private static ListState state(CustomerListRecord row, Optional<Job> job) {
        if (row.getReadyAt() != null) {
            return ListState.READY;
        }
        boolean ended = job.map(one -> one.state().ended()).orElse(false);
        return ended ? ListState.STOPPED : ListState.MAKING;
    }

    private CustomerList.Snapshot snapshot(CustomerListRecord row) {
        return new CustomerList.Snapshot(
                new SegmentId(row.getSegmentId()),
                row.getSegmentName(),
                row.getSegmentVersion(),
                rows.definition(row),
                rows.reading(row));
    }

    private CustomerList.Upload upload(CustomerListRecord row) {
        return new CustomerList.Upload(
                row.getFilename(),
                IdentifierKind.of(row.getIdentifierKind()),
                rows.result(row),
                row.getUnmatchedUntil());
    }

    private static Problem missing(ListId id) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "list " + id);
    }
}
