package io.waterwheel.intake.file;

import io.waterwheel.customer.Customers;
import io.waterwheel.intake.DryRun;
import io.waterwheel.intake.ImportCounts;
import io.waterwheel.intake.ImportKind;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.privacy.Vault;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Files with one line per customer.
@Component
class CustomerFile implements FileKind {

    private final EventLog log;
    private final Customers customers;
    private final ImportReach reach;
    private final Vault vault;
    private final JsonMapper json;
    private final InstantSource clock;

    CustomerFile(
            EventLog log, Customers customers, ImportReach reach, Vault vault, JsonMapper json, InstantSource clock) {
        this.log = log;
        this.customers = customers;
        this.reach = reach;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CUSTOMERS;
    }

    @Override
    public List<FileField> fields() {
        return CustomerFields.ALL;
    }

    @Override
    public boolean takesMore() {
        return true;
    }

    @Override
    public ImportCounts run(ImportTask task, JobRun run) {
        EventAppender appender = EventAppender.begin(task, run, log, customers, reach, clock);
        EventImport.Lines lines = reading(task, run).run(appender, appender.startedAt());
        return appender.recordCounts(lines.count(), lines.rejected());
    }

    @Override
    public DryRun check(ImportTask task, JobRun run) {
        return reading(task, run).check(() -> new SampledEvents(json, task.brand()), clock.instant());
    }

    private EventImport reading(ImportTask task, JobRun run) {
        return new EventImport(task, run, (format, startedAt) -> {
            DayOrders days = DayOrders.of(
                    task, format, CustomerFields.BIRTHDAY, CustomerFields.MEMBER_SINCE, CustomerFields.UPDATED_AT);
            return new CustomerReader(task, days, startedAt, new ErasedPeople(customers, task.brand()), vault, json);
        });
    }
}
