package io.waterwheel.intake.connector;

import static io.waterwheel.intake.generated.Tables.PLATFORM_FILE;

import io.waterwheel.customer.Mentions;
import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.intake.generated.tables.records.PlatformFileRecord;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.JobState;
import io.waterwheel.kernel.job.Jobs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Files of a platform's messages that are not in yet and name the person. A file is one piece and goes whole; while
/// it is being taken in, erasing waits.
@Component
@Order(75)
class PlatformFileData implements PersonalData {

    private final PlatformFiles files;
    private final Jobs jobs;

    PlatformFileData(PlatformFiles files, Jobs jobs) {
        this.files = files;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "platform-files";
    }

    @Override
    public Text title() {
        return new Text("上传的平台订单文件里提到本人的", "Uploaded files of platforms' orders that name the person");
    }

    @Override
    public Set<String> tables() {
        return Set.of(PersonalTable.nameOf(PLATFORM_FILE));
    }

    /// Which files, not their other lines: those are other people's.
    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        Mentions mentions = Mentions.of(person);
        for (PlatformFileRecord row : unfinished(transaction)) {
            if (mentioned(mentions, files.of(row.getId()))) {
                Map<String, @Nullable Object> file = new LinkedHashMap<>();
                file.put("filename", row.getFilename());
                file.put("uploaded_at", row.getCreatedAt());
                rows.accept(file);
            }
        }
    }

    @Override
    public Erased erase(DSLContext transaction, Person person) {
        Mentions mentions = Mentions.of(person);
        long count = 0;
        boolean waits = false;
        for (PlatformFileRecord row : unfinished(transaction)) {
            Path file = files.of(row.getId());
            if (!mentioned(mentions, file)) {
                continue;
            }
            if (running(row)) {
                waits = true;
                continue;
            }
            delete(file);
            count++;
        }
        return new Erased(count, waits);
    }

    private static Iterable<PlatformFileRecord> unfinished(DSLContext transaction) {
        return transaction
                .selectFrom(PLATFORM_FILE)
                .where(PLATFORM_FILE.FINISHED_AT.isNull())
                .orderBy(PLATFORM_FILE.ID)
                .fetch();
    }

    private boolean running(PlatformFileRecord row) {
        return row.getJobId() != null
                && jobs.find(new JobId(row.getJobId()))
                        .map(job -> job.state() == JobState.RUNNING || job.state() == JobState.QUEUED)
                        .orElse(false);
    }

    private static boolean mentioned(Mentions mentions, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return mentions.in(in);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
