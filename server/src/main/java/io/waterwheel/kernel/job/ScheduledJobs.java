package io.waterwheel.kernel.job;

import static io.waterwheel.kernel.generated.Tables.JOB;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.postgres.LostDatabase;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/// Jobs on db-scheduler: a job whose node died is picked up again when its heartbeat stops.
@Component
class ScheduledJobs implements Jobs, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ScheduledJobs.class);
    private static final int THREADS = 6;
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration REST = Duration.ofSeconds(1);

    private final JobRows rows;
    private final DSLContext database;
    private final ObjectProvider<JobHandler> handlers;
    private final CustomTask<Void> task;
    private final Scheduler scheduler;
    private volatile boolean stopping;
    private boolean running;

    ScheduledJobs(JobRows rows, DSLContext database, DataSource dataSource, ObjectProvider<JobHandler> handlers) {
        this.rows = rows;
        this.database = database;
        this.handlers = handlers;
        this.task = Tasks.custom("job", Void.class)
                .onFailure(ScheduledJobs::again)
                .execute((instance, context) -> run(JobId.parse(instance.getId()))
                        ? new CompletionHandler.OnCompleteRemove<>()
                        : ScheduledJobs::again);
        // Transaction-aware, so that a job queued beside a change starts only if that change commits.
        this.scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), task)
                .tableName("kernel.scheduled_task")
                .threads(THREADS)
                .pollingInterval(Duration.ofMillis(250))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(15))
                .commitWhenAutocommitDisabled(false)
                .build();
    }

    /// A server that stops, or a database that went away, leaves a run undone; the job goes on when they are back.
    private static void again(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        operations.reschedule(complete, Instant.now().plus(REST));
    }

    @Override
    public JobId start(NewJob job) {
        JobId id = rows.insert(job);
        schedule(id);
        return id;
    }

    private void schedule(JobId id) {
        // At once by the scheduler's own clock, which is the machine's whatever the product's clock says.
        scheduler.scheduleIfNotExists(task.instance(id.toString()), Instant.now());
    }

    @Override
    public Optional<Job> find(JobId id) {
        return rows.find(id).map(rows::job);
    }

    @Override
    public Page<Job> list(boolean activeOnly, PageRequest page) {
        Condition which = activeOnly ? JOB.FINISHED_AT.isNull() : DSL.noCondition();
        Cursor cursor = Cursor.decode(page.cursor(), 2);
        if (cursor != null) {
            which = which.and(
                    DSL.row(JOB.CREATED_AT, JOB.ID).lt(cursor.instant(0), java.util.UUID.fromString(cursor.text(1))));
        }
        List<Record> found = database.select()
                .from(JOB)
                .where(which)
                .orderBy(JOB.CREATED_AT.desc(), JOB.ID.desc())
                .limit(page.size() + 1)
                .fetch();
        return Page.of(found, page.size(), row -> Cursor.of(row.get(JOB.CREATED_AT), row.get(JOB.ID)))
                .map(rows::job);
    }

    @Override
    public void cancel(JobId id) {
        JobState state = state(id);
        if (state == JobState.PAUSED) {
            rows.ended(id, JobState.CANCELLED, null);
        } else if (!state.ended()) {
            rows.wish(id, JobRows.CANCEL);
        }
    }

    @Override
    public void pause(JobId id) {
        rows.wish(id, JobRows.PAUSE);
    }

    @Override
    public void resume(JobId id) {
        JobState state = state(id);
        if (state == JobState.PAUSED || state == JobState.FAILED) {
            rows.ended(id, JobState.QUEUED, null);
            schedule(id);
        } else if (!state.ended()) {
            // Asked to pause and not yet paused: the wish is taken back.
            rows.wish(id, null);
        }
    }

    private JobState state(JobId id) {
        return rows.find(id)
                .map(JobRows::state)
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "job " + id));
    }

    /// @return whether this run is over, false when the job is to be run again
    private boolean run(JobId id) {
        Record row = rows.find(id).orElse(null);
        if (row == null || JobRows.state(row).ended()) {
            return true;
        }
        RunningJob run = new RunningJob(id, row, rows, () -> stopping);
        try {
            run.checkStop();
            rows.started(id);
            handler(row.get(JOB.KIND)).run(run);
            run.flush();
            rows.ended(id, JobState.DONE, rows.find(id).map(rows::message).orElse(null));
        } catch (JobStopped stopped) {
            run.flush();
            switch (stopped.reason()) {
                case CANCELLED -> rows.ended(id, JobState.CANCELLED, null);
                case PAUSED -> rows.ended(id, JobState.PAUSED, stopped.why());
                case SERVER_STOPPING -> {
                    return false;
                }
            }
        } catch (Exception e) {
            if (LostDatabase.behind(e)) {
                // Nobody has anything to mend: the work is taken up where it was when the database is back.
                log.warn("job.interrupted id={} kind={} because=database", id, row.get(JOB.KIND));
                return false;
            }
            if (e instanceof Problem problem) {
                log.info(
                        "job.refused id={} kind={} code={}",
                        id,
                        row.get(JOB.KIND),
                        problem.type().code());
                rows.ended(id, JobState.FAILED, problem.text());
                return true;
            }
            if (stopping) {
                return false;
            }
            log.error("job.failed id={} kind={}", id, row.get(JOB.KIND), e);
            rows.ended(
                    id,
                    JobState.FAILED,
                    new Problem(KernelProblem.UNEXPECTED).with("traceId", id).text());
        }
        return true;
    }

    private JobHandler handler(String kind) {
        Map<String, JobHandler> byKind =
                handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
        JobHandler handler = byKind.get(kind);
        if (handler == null) {
            throw new IllegalStateException("no handler for jobs of kind " + kind);
        }
        return handler;
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        stopping = true;
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
