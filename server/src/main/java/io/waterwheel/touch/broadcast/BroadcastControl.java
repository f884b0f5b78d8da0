package io.waterwheel.touch.broadcast;

import static io.waterwheel.touch.generated.Tables.BROADCAST;
import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.job.Job;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.Segments;
import io.waterwheel.touch.BroadcastId;
import io.waterwheel.touch.TouchProblem;
import io.waterwheel.touch.generated.tables.records.BroadcastRecord;
import io.waterwheel.touch.template.Template;
import io.waterwheel.touch.template.Templates;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a person may do to a broadcast. Each change, its job and its audit row commit together.
@Component
public class BroadcastControl {

    /// The kind of the job that sends; its handler lives with the sender.
    public static final String SENDING = "broadcast";

    private static final int MOST_NAME = 100;
    private static final int MOST_HOLDOUT = 90;
    private static final int MOST_WINDOW = 365;
    private static final int MOST_PRIORITY = 9;
    private static final int PRIORITY = 5;

    private final DSLContext database;
    private final BroadcastRows rows;
    private final Planning planning;
    private final BroadcastApproval approval;
    private final Segments segments;
    private final Templates templates;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final InstantSource clock;

    BroadcastControl(
            DSLContext database,
            BroadcastRows rows,
            Planning planning,
            BroadcastApproval approval,
            Segments segments,
            Templates templates,
            Jobs jobs,
            AuditTrail audit,
            InstantSource clock) {
        this.database = database;
        this.rows = rows;
        this.planning = planning;
        this.approval = approval;
        this.segments = segments;
        this.templates = templates;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public BroadcastId create(Brand brand, NewBroadcast asked) {
        check(asked);
        long segment = number(asked.segmentId(), "segment");
        Template template = templates.get(brand, number(asked.templateId(), "template"));
        BroadcastRecord row = database.newRecord(BROADCAST);
        row.setBrandId(brand.id().value());
        row.setName(asked.name().strip());
        row.setSegmentId(segment);
        row.setSegmentName(segments.name(brand, new SegmentId(segment)));
        row.setTemplateId(Long.parseLong(template.id()));
        row.setTemplateName(template.name());
        row.setChannel(template.channel().code());
        row.setPurpose(asked.purpose().code());
        row.setHoldoutPercent(BigDecimal.valueOf(asked.holdoutPercent()));
        row.setWindowDays(asked.windowDays());
        row.setPriority(priority(asked).shortValue());
        row.setState(BroadcastState.DRAFT.code());
        row.setSalt(UUID.randomUUID().toString());
        row.setCreatedAt(clock.instant());
        row.setCreatedBy(Actor.current().name());
        row.store();
        record("broadcast.create", brand, row.getId());
        return new BroadcastId(row.getId());
    }

    @Transactional
    public void plan(Brand brand, BroadcastId id) {
        rows.take(brand, id, BroadcastStep.PLAN);
        start(brand, id, PlanBroadcast.KIND);
        record("broadcast.plan", brand, id.value());
    }

    /// @throws Problem `broadcast-state`, `broadcast-needs-approval`, `broadcast-empty`
    @Transactional
    public void start(Brand brand, BroadcastId id) {
        if (rows.take(brand, id, BroadcastStep.START) == BroadcastState.PLANNED) {
            approval.require(brand, id);
        }
        boolean anybody = database.fetchExists(RECIPIENT, RECIPIENT.BROADCAST_ID.eq(id.value()));
        if (!anybody) {
            throw new Problem(TouchProblem.BROADCAST_EMPTY);
        }
        start(brand, id, SENDING);
        record("broadcast.start", brand, id.value());
    }

    @Transactional
    public void pause(Brand brand, BroadcastId id) {
        rows.take(brand, id, BroadcastStep.PAUSE);
        jobs.pause(job(brand, id));
        record("broadcast.pause", brand, id.value());
    }

    @Transactional
    public void resume(Brand brand, BroadcastId id) {
        rows.take(brand, id, BroadcastStep.RESUME);
        goOn(brand, id);
        record("broadcast.resume", brand, id.value());
    }

    /// Nobody who has not been written to will be. The job goes on for as long as a call's outcome must be found
    /// out.
    @Transactional
    public void cancel(Brand brand, BroadcastId id) {
        BroadcastState from = rows.take(brand, id, BroadcastStep.CANCEL);
        switch (from) {
            case SENDING, PAUSED -> {
                Remaining.cancel(database, id.value(), clock.instant());
                goOn(brand, id);
            }
            case PLANNING -> jobs.cancel(job(brand, id));
            case PLANNED, AWAITING, APPROVED, REFUSED -> Remaining.cancel(database, id.value(), clock.instant());
            case DRAFT, FAILED, DONE, CANCELLED -> {
                // Nobody was waiting for anything.
            }
        }
        record("broadcast.cancel", brand, id.value());
    }

    @Transactional
    public void delete(Brand brand, BroadcastId id) {
        BroadcastRecord row = rows.record(brand, id);
        boolean sent = row.getStartedAt() != null;
        BroadcastState state = BroadcastState.of(row.getState());
        if (sent || state == BroadcastState.PLANNING) {
            throw new Problem(TouchProblem.BROADCAST_STATE).with("state", state.code());
        }
        planning.forget(id.value());
        row.delete();
        record("broadcast.delete", brand, id.value());
    }

    private void start(Brand brand, BroadcastId id, String kind) {
        BroadcastRow row = rows.get(brand, id);
        JobId job = jobs.start(new NewJob(
                kind,
                Text.same(row.name()),
                brand.id(),
                kind.equals(SENDING) ? "recipients" : "customers",
                new BroadcastTarget(id.value()),
                "/b/" + brand.key() + "/broadcasts/" + id));
        rows.job(id.value(), job);
    }

    /// A job that had already come to its end when the pause reached it cannot be resumed: another takes over.
    private void goOn(Brand brand, BroadcastId id) {
        JobId job = job(brand, id);
        boolean over = jobs.find(job)
                .map(Job::state)
                .map(state -> switch (state) {
                    case DONE, CANCELLED -> true;
                    case QUEUED, RUNNING, PAUSED, FAILED -> false;
                })
                .orElse(true);
        if (over) {
            start(brand, id, SENDING);
        } else {
            jobs.resume(job);
        }
    }

    private JobId job(Brand brand, BroadcastId id) {
        return new JobId(rows.record(brand, id).getJobId());
    }

    private static void check(NewBroadcast asked) {
        Problem problem = new Problem(KernelProblem.INVALID);
        if (asked.name().isBlank() || asked.name().length() > MOST_NAME) {
            problem.outside("/name", "length", 1, MOST_NAME);
        }
        if (!(asked.holdoutPercent() >= 0 && asked.holdoutPercent() <= MOST_HOLDOUT)) {
            problem.outside("/holdoutPercent", "range", 0, MOST_HOLDOUT);
        }
        if (asked.windowDays() < 1 || asked.windowDays() > MOST_WINDOW) {
            problem.outside("/windowDays", "range", 1, MOST_WINDOW);
        }
        if (priority(asked) < 0 || priority(asked) > MOST_PRIORITY) {
            problem.outside("/priority", "range", 0, MOST_PRIORITY);
        }
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
    }

    private static Integer priority(NewBroadcast asked) {
        return Objects.requireNonNullElse(asked.priority(), PRIORITY);
    }

    private static long number(String id, String what) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new Problem(KernelProblem.NOT_FOUND, e).with("what", what + " " + id);
        }
    }

    private void record(String action, Brand brand, long id) {
        audit.record(action, "broadcast/" + id, Map.of("brand", brand.key()));
    }
}
