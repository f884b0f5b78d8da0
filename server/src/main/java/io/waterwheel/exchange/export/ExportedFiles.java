package io.waterwheel.exchange.export;

import static io.waterwheel.exchange.generated.Tables.EXPORT;

import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.exchange.generated.tables.records.ExportRecord;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.JobState;
import io.waterwheel.kernel.job.Jobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Parquet files that were made of what is known. They hold nothing else, and making them anew costs little: erasing
/// removes all that lie here, whoever is in them, and waits for those being made.
@Component
@Order(76)
class ExportedFiles implements PersonalData {

    private final ExportRows rows;
    private final ExportDirectories directories;
    private final Jobs jobs;

    ExportedFiles(ExportRows rows, ExportDirectories directories, Jobs jobs) {
        this.rows = rows;
        this.directories = directories;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "exports";
    }

    @Override
    public Text title() {
        return new Text("导出文件（时间线的副本，没有另外的内容）", "Exported files (copies of the timeline, nothing else)");
    }

    @Override
    public Set<String> tables() {
        return Set.of(PersonalTable.nameOf(EXPORT));
    }

    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> out) {
        // Nothing of its own.
    }

    @Override
    public Erased erase(DSLContext transaction, Person person) {
        List<ExportRecord> kept = transaction
                .selectFrom(EXPORT)
                .where(EXPORT.STATE.ne(ExportState.EXPIRED.code()))
                .fetch();
        long count = 0;
        boolean waits = false;
        for (ExportRecord export : kept) {
            if (running(export)) {
                waits = true;
                continue;
            }
            try {
                directories.delete(export.getId());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            rows.expired(export.getId());
            count++;
        }
        return new Erased(count, waits);
    }

    private boolean running(ExportRecord export) {
        return jobs.find(new JobId(export.getJobId()))
                .map(job -> job.state() == JobState.RUNNING || job.state() == JobState.QUEUED)
                .orElse(false);
    }
}
