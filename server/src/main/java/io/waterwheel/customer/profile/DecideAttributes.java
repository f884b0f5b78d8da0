package io.waterwheel.customer.profile;

import static io.waterwheel.customer.generated.Tables.PROFILE;
import static io.waterwheel.customer.generated.Tables.RELATION;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.customer.source.Levels;
import io.waterwheel.customer.source.SourceLevels;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Finds the customers for whom a brand's new order of sources makes a difference, and says so on the log: the writer
/// decides them anew, and the warehouse reads them again.
@Component
class DecideAttributes implements JobHandler {

    private static final String KIND = "decide-attributes";
    private static final int BATCH = 1_000;
    private static final Text TITLE = new Text("按新的来源优先级重新取值", "Decide attributes by the new order of sources");

    private final DSLContext database;
    private final ProfileRows rows;
    private final SourceLevels levels;
    private final Brands brands;
    private final Jobs jobs;
    private final EventLog log;
    private final InstantSource clock;
    private final JsonMapper json;

    DecideAttributes(
            DSLContext database,
            ProfileRows rows,
            SourceLevels levels,
            Brands brands,
            Jobs jobs,
            EventLog log,
            InstantSource clock,
            JsonMapper json) {
        this.database = database;
        this.rows = rows;
        this.levels = levels;
        this.brands = brands;
        this.jobs = jobs;
        this.log = log;
        this.clock = clock;
        this.json = json;
    }

    private record Reached(int customer, long done, long changed) {}

    /// Within the caller's transaction.
    void start(Brand brand) {
        jobs.start(
                new NewJob(KIND, TITLE, brand.id(), "customers", Map.of(), "/b/" + brand.key() + "/source-priority"));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Brand brand = brands.get(Objects.requireNonNull(run.brand()));
        Reached reached = run.checkpoint(Reached.class).orElse(new Reached(0, 0, 0));
        long total = database.fetchCount(PROFILE, disputed(brand));
        while (true) {
            run.checkStop();
            var found = database.select(PROFILE.CUSTOMER_NO, PROFILE.ATTRIBUTES, PROFILE.OTHERS)
                    .from(PROFILE)
                    .where(disputed(brand))
                    .and(PROFILE.CUSTOMER_NO.gt(reached.customer))
                    .orderBy(PROFILE.CUSTOMER_NO)
                    .limit(BATCH)
                    .fetch();
            if (found.isEmpty()) {
                break;
            }
            Levels now = levels.reading(database);
            List<Integer> differ = found.stream()
                    .filter(row -> differs(rows.values(row.value2(), row.value3()), now))
                    .map(row -> row.value1())
                    .toList();
            if (!differ.isEmpty()) {
                log.append(List.of(decided(run, brand, differ)));
            }
            Reached next =
                    new Reached(found.getLast().value1(), reached.done + found.size(), reached.changed + differ.size());
            database.transaction(transaction -> run.checkpoint(transaction.dsl(), next));
            reached = next;
            run.progress(reached.done, total, changed(reached));
        }
        run.progress(reached.done, reached.done, changed(reached));
    }

    private static Text changed(Reached reached) {
        return new Text("%d 位客户有变化".formatted(reached.changed), "%d customers changed".formatted(reached.changed));
    }

    /// Of whom more than one source said something.
    private static Condition disputed(Brand brand) {
        return PROFILE.OTHERS
                .ne(JSONB.valueOf("{}"))
                .and(DSL.exists(DSL.selectOne()
                        .from(RELATION)
                        .where(RELATION.BRAND_ID.eq(brand.id().value()))
                        .and(RELATION.CUSTOMER_NO.eq(PROFILE.CUSTOMER_NO))));
    }

    private static boolean differs(ProfileValues stands, Levels now) {
        return !new ProfileChange().over(stands).decide(now).equals(stands);
    }

    private NewEvent decided(JobRun run, Brand brand, List<Integer> customers) {
        return new NewEvent(
                brand.id(),
                "waterwheel",
                run.id() + "/" + customers.getFirst(),
                EventNames.ATTRIBUTES_DECIDED,
                clock.instant(),
                Subject.NOBODY,
                json.writeValueAsString(Map.of("customers", customers)),
                "{}");
    }
}
