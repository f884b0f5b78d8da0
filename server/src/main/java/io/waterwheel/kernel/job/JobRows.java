package io.waterwheel.kernel.job;

import static io.waterwheel.kernel.generated.Tables.JOB;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The table of jobs.
@Component
class JobRows {

    static final String CANCEL = "cancel";
    static final String PAUSE = "pause";

    private final DSLContext database;
    private final InstantSource clock;
    private final JsonMapper json;

    JobRows(DSLContext database, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    JobId insert(NewJob job) {
        JobId id = new JobId(UUID.randomUUID());
        database.insertInto(JOB)
                .set(JOB.ID, id.value())
                .set(JOB.KIND, job.kind())
                .set(JOB.TITLE, jsonb(job.title()))
                .set(JOB.BRAND_ID, job.brand() == null ? null : job.brand().value())
                .set(JOB.STATE, name(JobState.QUEUED))
                .set(JOB.UNIT, job.unit())
                .set(JOB.LINK, job.link())
                .set(JOB.PARAMS, jsonb(job.params()))
                .set(JOB.CREATED_BY, Actor.current().name())
                .set(JOB.CREATED_AT, clock.instant())
                .execute();
        return id;
    }

    void started(JobId id) {
        database.update(JOB)
                .set(JOB.STATE, name(JobState.RUNNING))
                .set(JOB.STARTED_AT, DSL.coalesce(JOB.STARTED_AT, DSL.val(clock.instant())))
                .setNull(JOB.FINISHED_AT)
                .where(JOB.ID.eq(id.value()))
                .execute();
    }

    void ended(JobId id, JobState state, @Nullable Text message) {
        database.update(JOB)
                .set(JOB.STATE, name(state))
                .set(JOB.MESSAGE, message == null ? null : jsonb(message))
                .setNull(JOB.STOP_WISH)
                .set(JOB.FINISHED_AT, state.ended() ? clock.instant() : null)
                .where(JOB.ID.eq(id.value()))
                .execute();
    }

    void progress(JobId id, long done, @Nullable Long total, @Nullable Text message) {
        database.update(JOB)
                .set(JOB.DONE, done)
                .set(JOB.TOTAL, total)
                .set(JOB.MESSAGE, message == null ? null : jsonb(message))
                .where(JOB.ID.eq(id.value()))
                .execute();
    }

    void checkpoint(DSLContext transaction, JobId id, Object state) {
        transaction
                .update(JOB)
                .set(JOB.CHECKPOINT, jsonb(state))
                .where(JOB.ID.eq(id.value()))
                .execute();
    }

    /// Asks a job that has not ended to stop.
    void wish(JobId id, @Nullable String wish) {
        database.update(JOB)
                .set(JOB.STOP_WISH, wish)
                .where(JOB.ID.eq(id.value()))
                .and(JOB.FINISHED_AT.isNull())
                .execute();
    }

    @Nullable
    String wish(JobId id) {
        return database.select(JOB.STOP_WISH)
                .from(JOB)
                .where(JOB.ID.eq(id.value()))
                .fetchOne(JOB.STOP_WISH);
    }

    Optional<Record> find(JobId id) {
        return database.select().from(JOB).where(JOB.ID.eq(id.value())).fetchOptional();
    }

    <T> T params(Record row, Class<T> type) {
        return json.readValue(row.get(JOB.PARAMS).data(), type);
    }

    <T> Optional<T> checkpoint(Record row, Class<T> type) {
        return Optional.ofNullable(row.get(JOB.CHECKPOINT)).map(state -> json.readValue(state.data(), type));
    }

    static @Nullable BrandId brand(Record row) {
        Short brand = row.get(JOB.BRAND_ID);
        return brand == null ? null : new BrandId(brand);
    }

    Job job(Record row) {
        JobState state = state(row);
        return new Job(
                new JobId(row.get(JOB.ID)),
                row.get(JOB.KIND),
                json.readValue(row.get(JOB.TITLE).data(), Text.class),
                state,
                row.get(JOB.DONE),
                row.get(JOB.TOTAL),
                row.get(JOB.UNIT),
                message(row),
                state == JobState.RUNNING ? secondsLeft(row) : null,
                row.get(JOB.STARTED_AT),
                row.get(JOB.FINISHED_AT),
                row.get(JOB.LINK));
    }

    @Nullable
    Text message(Record row) {
        JSONB message = row.get(JOB.MESSAGE);
        return message == null ? null : json.readValue(message.data(), Text.class);
    }

    private JSONB jsonb(Object value) {
        return JSONB.valueOf(json.writeValueAsString(value));
    }

    private @Nullable Long secondsLeft(Record row) {
        Long total = row.get(JOB.TOTAL);
        Instant started = row.get(JOB.STARTED_AT);
        long done = row.get(JOB.DONE);
        if (total == null || started == null || done == 0 || done > total) {
            return null;
        }
        double elapsed = Duration.between(started, clock.instant()).toMillis() / 1000.0;
        return Math.round(elapsed * (total - done) / done);
    }

    static JobState state(Record row) {
        return JobState.valueOf(row.get(JOB.STATE).toUpperCase(Locale.ROOT));
    }

    static String name(JobState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
