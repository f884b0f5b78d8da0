package io.waterwheel.touch.send;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.Worker;
import io.waterwheel.kernel.job.Job;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.JobState;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.BroadcastId;
import io.waterwheel.touch.broadcast.BroadcastControl;
import io.waterwheel.touch.broadcast.BroadcastRow;
import io.waterwheel.touch.broadcast.BroadcastRows;
import io.waterwheel.touch.broadcast.BroadcastState;
import io.waterwheel.touch.broadcast.BroadcastStep;
import io.waterwheel.touch.policy.Policies;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Keeps broadcasts and their jobs in step: wakes those held back when the quiet hours end, and lets a job that
/// somebody cancelled in the list of jobs cancel its broadcast too.
@Component
class BroadcastCare extends Worker {

    private static final Logger log = LoggerFactory.getLogger(BroadcastCare.class);

    private final BroadcastRows rows;
    private final BroadcastControl control;
    private final Brands brands;
    private final Policies policies;
    private final WaitingRecipients waiting;
    private final Jobs jobs;
    private final InstantSource clock;

    BroadcastCare(
            BroadcastRows rows,
            BroadcastControl control,
            Brands brands,
            Policies policies,
            WaitingRecipients waiting,
            Jobs jobs,
            InstantSource clock) {
        super("touch-care", Duration.ofSeconds(1));
        this.rows = rows;
        this.control = control;
        this.brands = brands;
        this.policies = policies;
        this.waiting = waiting;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    protected boolean work() {
        rows.working().forEach((broadcast, job) -> {
            JobState state = jobs.find(new JobId(job)).map(Job::state).orElse(JobState.CANCELLED);
            care(broadcast, new JobId(job), state);
        });
        return false;
    }

    private void care(BroadcastRow broadcast, JobId job, JobState state) {
        Brand brand = brands.get(broadcast.brand());
        switch (state) {
            case PAUSED -> {
                if (broadcast.state() == BroadcastState.SENDING && somebodyIsUp(brand, broadcast)) {
                    jobs.resume(job);
                }
            }
            case CANCELLED -> {
                log.info("broadcast.cancelled id={} because=job-cancelled", broadcast.id());
                control.cancel(brand, new BroadcastId(broadcast.id()));
            }
            case FAILED -> {
                BroadcastStep step =
                        broadcast.state() == BroadcastState.PLANNING ? BroadcastStep.FAIL : BroadcastStep.BLOCK;
                if (rows.tryStep(broadcast.id(), step)) {
                    rows.problem(broadcast.id(), new Problem(KernelProblem.UNEXPECTED).with("traceId", job.toString()));
                }
            }
            case QUEUED, RUNNING, DONE -> {
                // At work, or just about to say that it has ended.
            }
        }
    }

    /// It is day where the brand is, or where one of those held lives.
    private boolean somebodyIsUp(Brand brand, BroadcastRow broadcast) {
        Instant now = clock.instant();
        Optional<Instant> held = waiting.heldUntil(broadcast.id());
        if (held.isPresent() && !held.get().isAfter(now)) {
            return true;
        }
        boolean night = policies.of(brand).quiet().cover(now, brand.zone());
        return !night && (held.isEmpty() || waiting.unheld(broadcast.id()));
    }
}
