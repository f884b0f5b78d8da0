package io.waterwheel.customer.person;

import static io.waterwheel.customer.generated.Tables.PERSON_EXPORT;

import io.waterwheel.kernel.WaterwheelProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Where the archives lie, `person-exports/<id>` in the data directory, and that they do not stay there.
@Component
class ExportFiles implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ExportFiles.class);

    private final Path root;
    private final DSLContext database;
    private final InstantSource clock;
    private @Nullable ScheduledExecutorService sweeper;

    ExportFiles(WaterwheelProperties properties, DSLContext database, InstantSource clock) {
        this.root = properties.dataDirectory().resolve("person-exports");
        this.database = database;
        this.clock = clock;
    }

    Path of(long id) {
        return root.resolve(Long.toString(id));
    }

    /// A place to write at before the archive is whole.
    Path unfinished(long id) throws IOException {
        Files.createDirectories(root);
        return root.resolve(id + ".unfinished");
    }

    void remove(long id) {
        try {
            Files.deleteIfExists(of(id));
            Files.deleteIfExists(root.resolve(id + ".unfinished"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Removes what has expired.
    void sweep() {
        List<Long> expired = database.select(PERSON_EXPORT.ID)
                .from(PERSON_EXPORT)
                .where(PERSON_EXPORT.EXPIRES_AT.le(clock.instant()))
                .and(PERSON_EXPORT.REMOVED_AT.isNull())
                .fetch(PERSON_EXPORT.ID);
        for (Long id : expired) {
            remove(id);
            database.update(PERSON_EXPORT)
                    .set(PERSON_EXPORT.REMOVED_AT, clock.instant())
                    .where(PERSON_EXPORT.ID.eq(id))
                    .execute();
        }
    }

    private void sweepQuietly() {
        try {
            sweep();
        } catch (RuntimeException e) {
            log.warn("person-export.sweep failed", e);
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("person-exports").factory());
        started.scheduleWithFixedDelay(this::sweepQuietly, 1, 30, TimeUnit.MINUTES);
        sweeper = started;
    }

    @Override
    public void stop() {
        if (sweeper != null) {
            sweeper.shutdownNow();
            sweeper = null;
        }
    }

    @Override
    public boolean isRunning() {
        return sweeper != null;
    }
}
