package io.waterwheel.segment.download;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.ListId;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.SegmentProblem;
import io.waterwheel.segment.Segments;
import io.waterwheel.segment.engine.SegmentEngine;
import io.waterwheel.segment.generated.tables.records.MemberDownloadRecord;
import io.waterwheel.segment.language.ListCondition;
import io.waterwheel.segment.tagging.StoredSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Writes a file of members: finds them once, then goes through them by number. A file of lines goes on after a kill
/// where it was; a workbook begins anew.
@Component
class DownloadJob implements JobHandler {

    static final String KIND = "member-download";

    private static final int PIECE = 2_000;
    private static final int FLUSHED_EVERY = 10;

    private final DSLContext database;
    private final DownloadRows rows;
    private final DownloadDirectory directory;
    private final Brands brands;
    private final Segments segments;
    private final SegmentEngine engine;
    private final Customers customers;
    private final AuditTrail audit;

    DownloadJob(
            DSLContext database,
            DownloadRows rows,
            DownloadDirectory directory,
            Brands brands,
            Segments segments,
            SegmentEngine engine,
            Customers customers,
            AuditTrail audit) {
        this.database = database;
        this.rows = rows;
        this.directory = directory;
        this.brands = brands;
        this.segments = segments;
        this.engine = engine;
        this.customers = customers;
        this.audit = audit;
    }

    /// @param language of the names of the columns
    record Params(long download, String language) {}

    /// @param after the last customer written
    /// @param place where the file goes on
    record Progress(int after, long place, long rows) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Brand brand = brands.get(Objects.requireNonNull(run.brand()));
        Params params = run.params(Params.class);
        Optional<MemberDownloadRecord> row = rows.find(brand, params.download());
        if (row.isEmpty() || DownloadState.of(row.get().getState()) != DownloadState.MAKING) {
            return;
        }
        try {
            write(run, brand, row.get(), Locale.forLanguageTag(params.language()));
        } catch (IOException e) {
            directory.delete(params.download(), DownloadFormat.of(row.get().getFormat()));
            if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("no space left")) {
                throw new Problem(KernelProblem.DISK_FULL, e);
            }
            throw new UncheckedIOException(e);
        }
    }

    private void write(JobRun run, Brand brand, MemberDownloadRecord row, Locale locale) throws IOException {
        DownloadFormat format = DownloadFormat.of(row.getFormat());
        RoaringBitmap members = members(brand, row);
        long total = members.getLongCardinality();
        if (format == DownloadFormat.XLSX && total > SheetFile.MOST_ROWS) {
            throw new Problem(SegmentProblem.MEMBER_DOWNLOAD_TOO_LARGE)
                    .with("count", total)
                    .with("limit", SheetFile.MOST_ROWS);
        }
        Path path = directory.file(row.getId(), format);
        Progress from = run.checkpoint(Progress.class)
                .filter(kept -> kept.place() > 0 && Files.exists(path))
                .orElse(new Progress(0, 0, 0));
        List<String> columns = rows.columns(row);
        MemberRows content = new MemberRows(customers, brand, columns, row.getPlain());
        long written;
        try (MemberFile file = open(path, format, from, row.getSourceName())) {
            if (from.place() == 0) {
                file.row(columns.stream().map(column -> label(column, locale)).toList());
            }
            written = new Writing(run, file, content, from, total).go(members);
            file.finish();
        }
        rows.ready(row.getId(), written, Files.size(path));
        audit.record(
                "member-download.made",
                "member-download/" + row.getId(),
                Map.of("brand", brand.key(), "rows", written, "askedBy", row.getCreatedBy()));
    }

    /// One file on its way.
    private final class Writing {

        private final JobRun run;
        private final MemberFile file;
        private final MemberRows content;
        private final Progress from;
        private final long total;
        private long written;
        private int pieces;

        Writing(JobRun run, MemberFile file, MemberRows content, Progress from, long total) {
            this.run = run;
            this.file = file;
            this.content = content;
            this.from = from;
            this.total = total;
            this.written = from.rows();
        }

        long go(RoaringBitmap members) {
            StoredSet.inPieces(members, from.after(), PIECE, piece -> {
                run.checkStop();
                try {
                    for (var cells : content.of(piece)) {
                        file.row(cells);
                        written++;
                    }
                    if (++pieces % FLUSHED_EVERY == 0) {
                        run.checkpoint(database, new Progress(piece.getLast().value(), file.flush(), written));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                run.progress(written, total, null);
            });
            return written;
        }
    }

    private static MemberFile open(Path path, DownloadFormat format, Progress from, String name) throws IOException {
        return switch (format) {
            case CSV -> new CsvFile(path, from.place());
            case XLSX -> new SheetFile(path, sheet(name));
        };
    }

    /// Excel takes 31 characters, and not all of them.
    private static String sheet(String name) {
        String plain = name.replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
        return plain.isEmpty() ? "members" : plain.substring(0, Math.min(31, plain.length()));
    }

    private static String label(String column, Locale locale) {
        return MemberColumn.of(column).map(known -> known.label().in(locale)).orElse(column);
    }

    private RoaringBitmap members(Brand brand, MemberDownloadRecord row) {
        if (row.getCustomers() != null) {
            return StoredSet.of(row.getCustomers());
        }
        RoaringBitmap members = row.getSegmentId() != null
                ? segments.members(brand, new SegmentId(row.getSegmentId()))
                : engine.members(brand, new ListCondition(new ListId(row.getListId()).toString()))
                        .customers();
        rows.freeze(row.getId(), members);
        return members;
    }
}
