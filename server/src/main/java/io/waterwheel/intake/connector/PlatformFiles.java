package io.waterwheel.intake.connector;

import static io.waterwheel.intake.generated.Tables.PLATFORM_FILE;
import static io.waterwheel.intake.generated.Tables.PLATFORM_FILE_ERROR;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.intake.SourceId;
import io.waterwheel.intake.collect.RefusalReason;
import io.waterwheel.intake.generated.tables.records.PlatformFileRecord;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.WaterwheelProperties;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Files of what a platform would have pushed: taken, listed, and what could not be read of them.
@Component
public class PlatformFiles {

    private static final int LONGEST_NAME = 200;

    private final DSLContext database;
    private final Connections connections;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Path root;

    PlatformFiles(
            DSLContext database,
            Connections connections,
            Jobs jobs,
            AuditTrail audit,
            InstantSource clock,
            JsonMapper json,
            TransactionTemplate transaction,
            WaterwheelProperties properties) {
        this.database = database;
        this.connections = connections;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
        this.transaction = transaction;
        this.root = properties.dataDirectory().resolve("connector-files");
    }

    Path of(long id) {
        return root.resolve(Long.toString(id));
    }

    /// Stores a file and starts to take it in. The file is on disk before its job is. Taking the same file again
    /// changes nothing.
    ///
    /// @throws Problem `not-found`, `file-empty`; then nothing is kept
    public PlatformFile upload(Brand brand, SourceId source, String filename, InputStream body) throws IOException {
        Connection connection = connections.get(brand, source);
        Files.createDirectories(root);
        Path incoming = Files.createTempFile(root, "incoming-", null);
        try {
            Files.copy(body, incoming, StandardCopyOption.REPLACE_EXISTING);
            long bytes = Files.size(incoming);
            if (bytes == 0) {
                throw new Problem(IntakeProblem.FILE_EMPTY);
            }
            sync(incoming);
            return transaction.execute(status -> start(connection, name(filename), bytes, incoming));
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    private PlatformFile start(Connection connection, String filename, long bytes, Path incoming) {
        long id = database.insertInto(PLATFORM_FILE)
                .set(PLATFORM_FILE.SOURCE_ID, connection.id().value())
                .set(PLATFORM_FILE.FILENAME, filename)
                .set(PLATFORM_FILE.BYTES, bytes)
                .set(PLATFORM_FILE.CREATED_BY, Actor.current().name())
                .set(PLATFORM_FILE.CREATED_AT, clock.instant())
                .returning(PLATFORM_FILE.ID)
                .fetchSingle(PLATFORM_FILE.ID);
        JobId job = jobs.start(new NewJob(
                PlatformFileJob.KIND,
                Text.same(filename),
                connection.brand().id(),
                "%",
                new PlatformFileJob.Params(connection.id().value(), id),
                "/b/" + connection.brand().key() + "/sources"));
        database.update(PLATFORM_FILE)
                .set(PLATFORM_FILE.JOB_ID, job.value())
                .where(PLATFORM_FILE.ID.eq(id))
                .execute();
        audit.record(
                "connector.file",
                "source/" + connection.id(),
                Map.of("brand", connection.brand().key(), "bytes", bytes));
        try {
            Files.move(incoming, of(id), StandardCopyOption.ATOMIC_MOVE);
            sync(root);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file(row(id));
    }

    public Page<PlatformFile> page(Brand brand, SourceId source, PageRequest request) {
        connections.get(brand, source);
        Condition which = PLATFORM_FILE.SOURCE_ID.eq(source.value());
        Cursor cursor = Cursor.decode(request.cursor(), 1);
        if (cursor != null) {
            which = which.and(PLATFORM_FILE.ID.lt(cursor.number(0)));
        }
        List<PlatformFile> found = database.selectFrom(PLATFORM_FILE)
                .where(which)
                .orderBy(PLATFORM_FILE.ID.desc())
                .limit(request.size() + 1)
                .fetch(this::file);
        return Page.of(found, request.size(), file -> Cursor.of(file.id()));
    }

    /// The lines that could not be taken, in the order of the file.
    ///
    /// @throws Problem `not-found`
    public Page<PlatformFile.UnreadMessage> faults(
            Brand brand, SourceId source, long id, PageRequest request, Locale locale) {
        connections.get(brand, source);
        if (!database.fetchExists(
                PLATFORM_FILE, PLATFORM_FILE.ID.eq(id).and(PLATFORM_FILE.SOURCE_ID.eq(source.value())))) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "file " + id);
        }
        Condition which = PLATFORM_FILE_ERROR.FILE_ID.eq(id);
        Cursor cursor = Cursor.decode(request.cursor(), 1);
        if (cursor != null) {
            which = which.and(PLATFORM_FILE_ERROR.LINE.gt(cursor.number(0)));
        }
        List<PlatformFile.UnreadMessage> found = database.selectFrom(PLATFORM_FILE_ERROR)
                .where(which)
                .orderBy(PLATFORM_FILE_ERROR.LINE)
                .limit(request.size() + 1)
                .fetch(row -> {
                    RefusalReason reason = RefusalReason.of(row.getReason());
                    return new PlatformFile.UnreadMessage(
                            row.getLine(), reason.code(), reason.message().in(locale), row.getPlace());
                });
        return Page.of(found, request.size(), fault -> Cursor.of(fault.line()));
    }

    void done(long id, PlatformFile.Counts counts) {
        database.update(PLATFORM_FILE)
                .set(PLATFORM_FILE.COUNTS, org.jooq.JSONB.valueOf(json.writeValueAsString(counts)))
                .set(PLATFORM_FILE.FINISHED_AT, clock.instant())
                .where(PLATFORM_FILE.ID.eq(id))
                .execute();
    }

    PlatformFileRecord row(long id) {
        return database.fetchSingle(PLATFORM_FILE, PLATFORM_FILE.ID.eq(id));
    }

    private PlatformFile file(PlatformFileRecord row) {
        return new PlatformFile(
                row.getId(),
                row.getFilename(),
                row.getBytes(),
                row.getJobId() == null ? null : new JobId(row.getJobId()),
                counts(row),
                row.getCreatedAt(),
                row.getFinishedAt());
    }

    private PlatformFile.@Nullable Counts counts(PlatformFileRecord row) {
        return row.getCounts() == null ? null : json.readValue(row.getCounts().data(), PlatformFile.Counts.class);
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// The name without a path that some browsers send before it.
    private static String name(String filename) {
        String name = filename.substring(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1)
                .strip();
        return name.isEmpty() ? "file" : name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }
}
