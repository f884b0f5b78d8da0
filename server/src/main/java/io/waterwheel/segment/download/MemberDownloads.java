package io.waterwheel.segment.download;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.job.Job;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.ListId;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.SegmentProblem;
import io.waterwheel.segment.Segments;
import io.waterwheel.segment.generated.tables.records.MemberDownloadRecord;
import io.waterwheel.segment.list.CustomerLists;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Files of members: asked for, listed, fetched. Whoever calls has made sure that the person may.
@Service
public class MemberDownloads {

    private static final int MOST_COLUMNS = 100;
    private static final int LONGEST_COLUMN = 200;

    private final DownloadRows rows;
    private final DownloadDirectory directory;
    private final Segments segments;
    private final CustomerLists lists;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final InstantSource clock;

    MemberDownloads(
            DownloadRows rows,
            DownloadDirectory directory,
            Segments segments,
            CustomerLists lists,
            Jobs jobs,
            AuditTrail audit,
            InstantSource clock) {
        this.rows = rows;
        this.directory = directory;
        this.segments = segments;
        this.lists = lists;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws Problem `not-found`, `invalid`
    @Transactional
    public MemberDownload start(Brand brand, NewDownload wanted, Locale locale) {
        check(wanted);
        SegmentId segment = wanted.segment();
        ListId list = wanted.list();
        String name = segment != null
                ? segments.name(brand, segment)
                : lists.get(brand, Objects.requireNonNull(list)).name();
        long id = rows.insert(brand, wanted, name);
        JobId job = jobs.start(new NewJob(
                DownloadJob.KIND,
                new Text("下载“" + name + "”的客户", "Download the customers of \"" + name + "\""),
                brand.id(),
                "customers",
                new DownloadJob.Params(id, locale.toLanguageTag()),
                "/b/" + brand.key() + "/lists?tab=downloads"));
        rows.job(id, job);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("brand", brand.key());
        told.put(segment != null ? "segment" : "list", String.valueOf(segment != null ? segment : list));
        told.put("columns", String.join(",", wanted.columns()));
        told.put("format", wanted.format().code());
        told.put("plain", wanted.plain());
        audit.record("member-download.start", "member-download/" + id, told);
        return get(brand, id);
    }

    private static void check(NewDownload wanted) {
        if (!wanted.ofOne()) {
            throw new Problem(KernelProblem.INVALID)
                    .at("/segment", "choice", new Text("须是人群或名单之一", "must be either a segment or a list"));
        }
        if (wanted.columns().isEmpty() || wanted.columns().size() > MOST_COLUMNS) {
            throw new Problem(KernelProblem.INVALID).outside("/columns", "length", 1, MOST_COLUMNS);
        }
        for (int i = 0; i < wanted.columns().size(); i++) {
            String column = wanted.columns().get(i);
            if (!MemberRows.possible(column) || column.length() > LONGEST_COLUMN) {
                throw new Problem(KernelProblem.INVALID)
                        .at("/columns/" + i, "choice", new Text("没有这一列", "there is no such column"));
            }
        }
        if (new HashSet<>(wanted.columns()).size() < wanted.columns().size()) {
            throw new Problem(KernelProblem.INVALID)
                    .at("/columns", "choice", new Text("每一列只能选一次", "each column can be chosen once"));
        }
    }

    /// The last hundred, the newest first.
    public List<MemberDownload> list(Brand brand) {
        return rows.all(brand).stream().map(this::download).toList();
    }

    /// @throws Problem `not-found`
    public MemberDownload get(Brand brand, long id) {
        return download(row(brand, id));
    }

    /// A file to be read; that it was fetched is on the trail.
    ///
    /// @throws Problem `not-found`, `member-download-not-ready`, `member-download-gone`
    @Transactional
    public Path file(Brand brand, long id) {
        MemberDownload download = get(brand, id);
        Path file = directory.file(id, download.format());
        switch (download.state()) {
            case MAKING, STOPPED -> throw new Problem(SegmentProblem.MEMBER_DOWNLOAD_NOT_READY);
            case EXPIRED -> throw new Problem(SegmentProblem.MEMBER_DOWNLOAD_GONE);
            case READY -> {
                if (!Files.exists(file)) {
                    throw new Problem(SegmentProblem.MEMBER_DOWNLOAD_GONE);
                }
            }
        }
        audit.record(
                "member-download.fetch",
                "member-download/" + id,
                Map.of(
                        "brand", brand.key(),
                        "rows", Objects.requireNonNullElse(download.rows(), 0L),
                        "plain", download.plain()));
        return file;
    }

    /// Deletes files that have been kept long enough.
    void sweep() {
        for (MemberDownloadRecord row : rows.overdue()) {
            directory.delete(row.getId(), DownloadFormat.of(row.getFormat()));
            rows.expired(row.getId());
        }
    }

    private MemberDownloadRecord row(Brand brand, long id) {
        return rows.find(brand, id)
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "download " + id));
    }

    private MemberDownload download(MemberDownloadRecord row) {
        Optional<Job> job = DownloadState.of(row.getState()) == DownloadState.MAKING
                ? Optional.ofNullable(row.getJob()).map(JobId::new).flatMap(jobs::find)
                : Optional.empty();
        return new MemberDownload(
                Long.toString(row.getId()),
                row.getSegmentId() == null ? null : new SegmentId(row.getSegmentId()),
                row.getListId() == null ? null : new ListId(row.getListId()),
                row.getSourceName(),
                rows.columns(row),
                DownloadFormat.of(row.getFormat()),
                row.getPlain(),
                state(row, job),
                job.orElse(null),
                row.getRowCount(),
                row.getBytes(),
                row.getCreatedBy(),
                row.getCreatedAt(),
                DownloadRows.expiresAt(row));
    }

    private DownloadState state(MemberDownloadRecord row, Optional<Job> job) {
        DownloadState kept = DownloadState.of(row.getState());
        Instant expires = DownloadRows.expiresAt(row);
        if (kept == DownloadState.READY && expires != null && !expires.isAfter(clock.instant())) {
            return DownloadState.EXPIRED;
        }
        boolean ended = job.map(one -> one.state().ended()).orElse(false);
        return kept == DownloadState.MAKING && ended ? DownloadState.STOPPED : kept;
    }
}
