package io.waterwheel.kernel.job;

import static io.waterwheel.kernel.generated.Tables.JOB;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.lag.Late;
import io.waterwheel.kernel.lag.LateKind;
import io.waterwheel.kernel.lag.LateWork;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Jobs that were asked for and not begun. One that fails says so where it was started; one whose process dies
/// is begun anew by itself.
@Component
class LateJobs implements LateWork {

    private static final int MOST = 100;

    private final DSLContext database;
    private final JsonMapper json;

    LateJobs(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Set<LateKind> kinds() {
        return Set.of(LateKind.JOB);
    }

    @Override
    public List<Late> late(Instant since) {
        return database.select(JOB.ID, JOB.BRAND_ID, JOB.TITLE, JOB.CREATED_AT)
                .from(JOB)
                .where(JOB.STATE.eq(JobRows.name(JobState.QUEUED)))
                .and(JOB.STARTED_AT.isNull())
                .and(JOB.CREATED_AT.le(since))
                .orderBy(JOB.CREATED_AT)
                .limit(MOST)
                .fetch(row -> {
                    Text title = json.readValue(row.value3().data(), Text.class);
                    return new Late(
                            row.value2() == null ? null : new BrandId(row.value2()),
                            LateKind.JOB,
                            row.value1().toString(),
                            row.value4(),
                            1,
                            new Text(
                                    "任务“" + title.zh() + "”排着队，还没有开始",
                                    "the job “" + title.en() + "” is queued and has not begun"),
                            "/journeys/health");
                });
    }
}
