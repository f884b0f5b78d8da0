package io.waterwheel.intake.quality;

import static io.waterwheel.intake.generated.Tables.QUALITY_REPORT;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.CustomerQuality;
import io.waterwheel.customer.CustomerQuality.Coverage;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.kernel.page.PageRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Looks at all of a brand's customers and keeps what is known of how many. Run twice it measures twice.
@Component
public class MeasureQuality implements JobHandler {

    private static final String KIND = "measure-quality";
    private static final int ACTIVE_MOST = 200;
    private static final Text TITLE = new Text("统计数据质量", "Measure data quality");

    private final DSLContext database;
    private final CustomerQuality customers;
    private final EventLog log;
    private final Jobs jobs;
    private final InstantSource clock;
    private final JsonMapper json;

    MeasureQuality(
            DSLContext database,
            CustomerQuality customers,
            EventLog log,
            Jobs jobs,
            InstantSource clock,
            JsonMapper json) {
        this.database = database;
        this.customers = customers;
        this.log = log;
        this.jobs = jobs;
        this.clock = clock;
        this.json = json;
    }

    /// Begins a measurement unless one is under way.
    @Transactional
    public void start(Brand brand) {
        if (!active(brand)) {
            jobs.start(new NewJob(KIND, TITLE, brand.id(), "customers", Map.of(), link(brand)));
        }
    }

    boolean active(Brand brand) {
        return jobs.list(true, new PageRequest(null, ACTIVE_MOST)).items().stream()
                .anyMatch(job -> job.kind().equals(KIND) && link(brand).equals(job.link()));
    }

    private static String link(Brand brand) {
        return "/b/" + brand.key() + "/data-quality";
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        BrandId brand = Objects.requireNonNull(run.brand());
        Instant begin = clock.instant();
        long end = log.end();
        Coverage coverage = customers.coverage(brand);
        JSONB report = JSONB.valueOf(json.writeValueAsString(coverage));
        database.insertInto(QUALITY_REPORT)
                .set(QUALITY_REPORT.BRAND_ID, brand.value())
                .set(QUALITY_REPORT.MEASURED_AT, begin)
                .set(QUALITY_REPORT.LOG_END, end)
                .set(QUALITY_REPORT.REPORT, report)
                .onConflict(QUALITY_REPORT.BRAND_ID)
                .doUpdate()
                .set(QUALITY_REPORT.MEASURED_AT, begin)
                .set(QUALITY_REPORT.LOG_END, end)
                .set(QUALITY_REPORT.REPORT, report)
                .execute();
        run.progress(coverage.customers(), coverage.customers(), null);
    }
}
