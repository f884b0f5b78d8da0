package io.waterwheel.customer.tag;

import static io.waterwheel.customer.generated.Tables.CUSTOMER_TAG;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagChange;
import io.waterwheel.customer.TagOrigin;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Takes a deleted tag off everyone who has it, in the order of their numbers.
@Component
class TagClearing implements JobHandler {

    private static final String KIND = "tag-clearing";
    private static final int BATCH = 2_000;

    private final DSLContext database;
    private final Brands brands;
    private final Jobs jobs;
    private final EventLog log;
    private final TagEvents events;
    private final InstantSource clock;

    TagClearing(DSLContext database, Brands brands, Jobs jobs, EventLog log, TagEvents events, InstantSource clock) {
        this.database = database;
        this.brands = brands;
        this.jobs = jobs;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    private record Params(Tag tag, String by) {}

    /// Within the caller's transaction.
    void start(Brand brand, Tag tag) {
        jobs.start(new NewJob(
                KIND,
                new Text("移除已删除的标签“" + tag.name() + "”", "Take the deleted tag \"" + tag.name() + "\" off"),
                brand.id(),
                "customers",
                new Params(tag, Actor.current().name()),
                "/b/" + brand.key() + "/tags"));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Brand brand = brands.get(Objects.requireNonNull(run.brand()));
        Params params = run.params(Params.class);
        int after = 0;
        long done = 0;
        while (true) {
            run.checkStop();
            List<Integer> numbers = database.select(CUSTOMER_TAG.CUSTOMER_NO)
                    .from(CUSTOMER_TAG)
                    .where(CUSTOMER_TAG.BRAND_ID.eq(brand.id().value()))
                    .and(CUSTOMER_TAG.TAG_ID.eq(params.tag.id().value()))
                    .and(CUSTOMER_TAG.PRESENT.isTrue())
                    .and(CUSTOMER_TAG.CUSTOMER_NO.gt(after))
                    .orderBy(CUSTOMER_TAG.CUSTOMER_NO)
                    .limit(BATCH)
                    .fetch(CUSTOMER_TAG.CUSTOMER_NO);
            if (numbers.isEmpty()) {
                return;
            }
            Instant now = clock.instant();
            log.append(numbers.stream()
                    .map(number -> TagChange.removed(
                            new CustomerNo(number),
                            params.tag,
                            now,
                            TagOrigin.MANUAL,
                            params.by,
                            "deleted/" + params.tag.id() + "/" + number))
                    .map(change -> events.event(brand, change))
                    .toList());
            after = numbers.getLast();
            done += numbers.size();
            run.progress(done, null, null);
        }
    }
}
