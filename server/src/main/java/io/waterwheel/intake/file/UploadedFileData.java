package io.waterwheel.intake.file;

import static io.waterwheel.intake.generated.Tables.IMPORT;

import io.waterwheel.customer.Mentions;
import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.intake.ImportId;
import io.waterwheel.intake.ImportState;
import io.waterwheel.intake.generated.tables.records.ImportRecord;
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
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Uploaded files, error files and scratch that name the person. A file is one piece: it goes whole, and a draft or
/// stopped import with it; its other lines are with whoever uploaded it. While an import that names the person runs,
/// erasing waits for its end.
@Component
@Order(71)
class UploadedFileData implements PersonalData {

    private static final String NAMELESS = "—";

    private final ImportDirectories directories;
    private final Jobs jobs;

    UploadedFileData(ImportDirectories directories, Jobs jobs) {
        this.directories = directories;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "uploaded-files";
    }

    @Override
    public Text title() {
        return new Text("上传的文件里提到本人的", "Uploaded files that name the person");
    }

    @Override
    public Set<String> tables() {
        return Set.of(PersonalTable.nameOf(IMPORT));
    }

    /// Which files, not their other lines: those are other people's.
    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        Mentions mentions = Mentions.of(person);
        for (ImportRecord row :
                transaction.selectFrom(IMPORT).orderBy(IMPORT.ID).fetch()) {
            if (named(mentions, row) || mentioned(mentions, row)) {
                Map<String, @Nullable Object> file = new LinkedHashMap<>();
                file.put("filename", row.getFilename());
                file.put("uploaded_at", row.getCreatedAt());
                file.put("uploaded_by", row.getCreatedBy());
                rows.accept(file);
            }
        }
    }

    @Override
    public Erased erase(DSLContext transaction, Person person) {
        Mentions mentions = Mentions.of(person);
        long count = 0;
        boolean waits = false;
        for (ImportRecord row :
                transaction.selectFrom(IMPORT).orderBy(IMPORT.ID).fetch()) {
            boolean named = named(mentions, row);
            boolean mentioned = mentioned(mentions, row);
            if (!named && !mentioned) {
                continue;
            }
            if (running(row)) {
                waits = true;
                continue;
            }
            if (mentioned) {
                ImportDirectories.delete(directories.of(new ImportId(row.getId())));
                row.setState(ended(row.getState()));
                row.setSample(JSONB.valueOf("[]"));
                row.setDryResult(null);
            }
            if (named) {
                row.setFilename(NAMELESS);
                row.setColumns(JSONB.valueOf("[]"));
                row.setMapping(JSONB.valueOf("{}"));
            }
            transaction.executeUpdate(row);
            count++;
        }
        return new Erased(count, waits);
    }

    /// What nothing has come of yet comes to nothing.
    private static String ended(String state) {
        return state.equals(ImportState.DRAFT.code()) || state.equals(ImportRows.STARTED)
                ? ImportState.CANCELLED.code()
                : state;
    }

    private boolean running(ImportRecord row) {
        return row.getJobId() != null
                && jobs.find(new JobId(row.getJobId()))
                        .map(job -> job.state() == JobState.RUNNING || job.state() == JobState.QUEUED)
                        .orElse(false);
    }

    /// The file's name, or a first line that was taken for a header.
    private static boolean named(Mentions mentions, ImportRecord row) {
        return mentions.in(row.getFilename()) || mentions.in(row.getColumns().data());
    }

    private boolean mentioned(Mentions mentions, ImportRecord row) {
        Path directory = directories.of(new ImportId(row.getId()));
        if (!Files.exists(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (mentioned(mentions, file)) {
                    return true;
                }
            }
            return false;
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Packed files are unpacked; a kind that cannot be looked into is taken to name the person.
    private static boolean mentioned(Mentions mentions, Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(4);
        }
        if (head.length == 4 && head[0] == 'P' && head[1] == 'A' && head[2] == 'R' && head[3] == '1') {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (head.length >= 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B) {
                return mentions.in(new GZIPInputStream(in));
            }
            if (head.length >= 2 && head[0] == 'P' && head[1] == 'K') {
                ZipInputStream zip = new ZipInputStream(in);
                while (zip.getNextEntry() != null) {
                    if (mentions.in(zip)) {
                        return true;
                    }
                }
                return false;
            }
            return mentions.in(in);
        }
    }
}
