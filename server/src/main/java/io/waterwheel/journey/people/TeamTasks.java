package io.waterwheel.journey.people;

import static io.waterwheel.journey.generated.Tables.GUIDE_TASK;
import static io.waterwheel.journey.generated.Tables.SAVED_JOURNEY;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The tasks of all guides, for whoever leads them.
@Component
public class TeamTasks {

    private static final Duration RECENT = Duration.ofDays(90);

    private final DSLContext database;
    private final GuideTaskRows rows;
    private final InstantSource clock;

    TeamTasks(DSLContext database, GuideTaskRows rows, InstantSource clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    /// Open ones with the most urgent first; of the others the latest first.
    ///
    /// @param guide the user id in WeCom, `-` for customers who are no guide's friends; null for all
    public Page<GuideTask> list(Brand brand, TaskStanding standing, @Nullable String guide, PageRequest request) {
        Cursor cursor = Cursor.decode(request.cursor(), 2);
        boolean upwards = standing == TaskStanding.OPEN;
        TableField<?, Instant> by = standing == TaskStanding.DONE ? GUIDE_TASK.DONE_AT : GUIDE_TASK.DUE_AT;
        Condition after = DSL.noCondition();
        if (cursor != null) {
            var key = DSL.row(by, GUIDE_TASK.ID);
            after = upwards ? key.gt(cursor.instant(0), cursor.number(1)) : key.lt(cursor.instant(0), cursor.number(1));
        }
        var found = database.select()
                .from(GUIDE_TASK)
                .join(SAVED_JOURNEY)
                .on(SAVED_JOURNEY.ID.eq(GUIDE_TASK.JOURNEY_ID))
                .where(GUIDE_TASK.BRAND_ID.eq(brand.id().value()))
                .and(in(standing))
                .and(of(guide))
                .and(after)
                .orderBy(upwards ? by.asc() : by.desc(), upwards ? GUIDE_TASK.ID.asc() : GUIDE_TASK.ID.desc())
                .limit(request.size() + 1)
                .fetch();
        return Page.of(
                rows.tasks(brand, found),
                request.size(),
                task -> Cursor.of(
                        standing == TaskStanding.DONE ? Objects.requireNonNull(task.doneAt()) : task.dueAt(),
                        task.id()));
    }

    /// Everybody who has tasks, who is latest first.
    public List<GuideWorkload> workloads(Brand brand) {
        Field<Integer> late = DSL.count().filterWhere(in(TaskStanding.LATE));
        return database.select(
                        GUIDE_TASK.GUIDE,
                        DSL.count().filterWhere(in(TaskStanding.OPEN)),
                        late,
                        DSL.count().filterWhere(in(TaskStanding.DONE)))
                .from(GUIDE_TASK)
                .where(GUIDE_TASK.BRAND_ID.eq(brand.id().value()))
                .and(GUIDE_TASK.MADE_AT.gt(clock.instant().minus(RECENT)))
                .groupBy(GUIDE_TASK.GUIDE)
                .orderBy(late.desc(), GUIDE_TASK.GUIDE)
                .fetch(row -> new GuideWorkload(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    private Condition in(TaskStanding standing) {
        Condition open = GUIDE_TASK.STATE.eq(DSL.inline("open"));
        return switch (standing) {
            case OPEN -> open.and(GUIDE_TASK.DUE_AT.ge(clock.instant()));
            // Named as in the index.
            case LATE ->
                GUIDE_TASK
                        .STATE
                        .in(DSL.inline("open"), DSL.inline("overdue"))
                        .and(GUIDE_TASK.DUE_AT.lt(clock.instant()));
            case DONE -> GUIDE_TASK.STATE.eq(DSL.inline("done"));
        };
    }

    private static Condition of(@Nullable String guide) {
        if (guide == null) {
            return DSL.noCondition();
        }
        return guide.equals("-") ? GUIDE_TASK.GUIDE.isNull() : GUIDE_TASK.GUIDE.eq(guide);
    }
}
