package io.waterwheel.touch.broadcast;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.job.JobStopped;
import io.waterwheel.kernel.postgres.LostDatabase;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.Segments;
import io.waterwheel.touch.BroadcastId;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.channel.Channels;
import io.waterwheel.touch.policy.Occasion;
import io.waterwheel.touch.policy.PolicyGate;
import io.waterwheel.touch.policy.Verdict;
import io.waterwheel.touch.template.MessageTemplate;
import io.waterwheel.touch.template.Template;
import io.waterwheel.touch.template.Templates;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Plans a broadcast: segment → policy → sender and text → split → recipients. Run again after a kill it begins
/// anew and comes to the same split.
@Component
class PlanBroadcast implements JobHandler {

    static final String KIND = "broadcast-plan";

    private static final Logger log = LoggerFactory.getLogger(PlanBroadcast.class);

    private final Brands brands;
    private final BroadcastRows rows;
    private final Templates templates;
    private final Segments segments;
    private final PolicyGate gate;
    private final Channels channels;
    private final Planning planning;
    private final TransactionOperations transactions;

    PlanBroadcast(
            Brands brands,
            BroadcastRows rows,
            Templates templates,
            Segments segments,
            PolicyGate gate,
            Channels channels,
            Planning planning,
            TransactionOperations transactions) {
        this.brands = brands;
        this.rows = rows;
        this.templates = templates;
        this.segments = segments;
        this.gate = gate;
        this.channels = channels;
        this.planning = planning;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        long id = run.params(BroadcastTarget.class).broadcast();
        try {
            plan(run, id);
        } catch (JobStopped stopped) {
            throw stopped;
        } catch (RuntimeException e) {
            // A database that is away is waited for: the job is run again.
            if (!LostDatabase.behind(e)) {
                fail(
                        id,
                        e instanceof Problem problem
                                ? problem
                                : new Problem(KernelProblem.UNEXPECTED, e)
                                        .with("traceId", run.id().toString()));
            }
            throw e;
        }
    }

    private void plan(JobRun run, long id) {
        BroadcastRow row = rows.find(id).orElse(null);
        if (row == null || row.state() != BroadcastState.PLANNING) {
            return;
        }
        Brand brand = brands.get(row.brand());
        Template template = templates.get(brand, row.templateId());
        SegmentId segment = new SegmentId(row.segment());
        rows.freeze(id, template, segments.name(brand, segment));
        BroadcastRow frozen = rows.get(brand, new BroadcastId(id));
        Channel channel = channels.get(frozen.channel());
        channel.ready(brand);
        MessageTemplate text =
                new MessageTemplate(frozen.template(), channel.promise().text());
        RoaringBitmap members = segments.members(brand, segment);
        run.progress(0, (long) members.getCardinality(), null);
        Verdict verdict =
                gate.plan(new Occasion(brand, frozen.channel(), frozen.purpose(), frozen.priority(), id), members);
        planning.clear(id);
        Planned planned = planning.write(run, brand, frozen, channel, text, verdict);
        transactions.executeWithoutResult(status -> {
            if (rows.tryStep(id, BroadcastStep.PLANNED)) {
                planning.keep(brand, frozen, channel, text, members, verdict, planned);
            }
        });
        if (rows.state(id) != BroadcastState.PLANNED) {
            planning.clear(id);
        }
        run.progress(members.getCardinality(), (long) members.getCardinality(), null);
        log.info(
                "broadcast.planned id={} segment={} recipients={} holdout={}",
                id,
                members.getCardinality(),
                planned.treated().getCardinality(),
                planned.holdout().getCardinality());
    }

    private void fail(long id, Problem problem) {
        if (rows.tryStep(id, BroadcastStep.FAIL)) {
            rows.problem(id, problem);
        }
    }
}
