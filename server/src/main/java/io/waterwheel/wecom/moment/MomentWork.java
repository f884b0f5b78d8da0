package io.waterwheel.wecom.moment;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wecom.WecomProblem;
import io.waterwheel.wecom.account.WecomCalls.Failed;
import io.waterwheel.wecom.account.WecomFailure;
import io.waterwheel.wecom.asked.Again;
import io.waterwheel.wecom.asked.AskedWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import me.chanjar.weixin.cp.bean.external.WxCpGetMomentTaskResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Works on moments: makes calls, asks for jobs, finds out what became of calls whose answer was lost, and
/// looks who has published.
@Component
class MomentWork extends AskedWork<MomentSteps.Due> {

    private static final Logger log = LoggerFactory.getLogger(MomentWork.class);

    private static final Duration MENDED = Duration.ofMinutes(2);
    private static final Duration LATER = Duration.ofSeconds(10);
    private static final Duration JOB = Duration.ofSeconds(3);
    private static final int JOB_DONE = 3;
    private static final int JOB_UNKNOWN = 40058;

    /// Guides whose readers are read in one look.
    private static final int READ = 100;

    /// Refusals of what was sent rather than of us.
    private static final Set<Integer> OF_THE_CALL = Set.of(45002, 40058, 40063, 41089, 60111);

    private final MomentSteps steps;
    private final MomentMessages messages;
    private final MomentTiming timing;
    private final InstantSource clock;

    MomentWork(MomentSteps steps, MomentMessages messages, Brands brands, MomentTiming timing, InstantSource clock) {
        super("wecom-moments", brands);
        this.steps = steps;
        this.messages = messages;
        this.timing = timing;
        this.clock = clock;
    }

    @Override
    protected List<MomentSteps.Due> take() {
        return steps.take();
    }

    @Override
    protected BrandId brandOf(MomentSteps.Due moment) {
        return moment.brand();
    }

    @Override
    protected void work(Brand brand, MomentSteps.Due moment) {
        try {
            switch (moment.state()) {
                case "planned" -> make(brand, moment);
                case "calling" -> findOut(brand, moment);
                case "making" -> askJob(brand, moment);
                case "created" -> look(brand, moment);
                default -> throw new IllegalStateException(moment.state());
            }
        } catch (Problem notConnected) {
            // A call that was begun is found out about; see findOut.
            steps.wait(moment, clock.instant().plus(MENDED), notConnected);
        } catch (RuntimeException e) {
            log.warn("moments.failed moment={}", moment.id(), e);
        }
    }

    private void make(Brand brand, MomentSteps.Due moment) {
        List<String> guides = steps.guides(moment, "planned");
        if (guides.isEmpty()) {
            steps.failed(moment, "guide-left");
            return;
        }
        if (!hasRoom(brand, moment) || !steps.begin(moment)) {
            return;
        }
        try {
            steps.making(moment, messages.add(brand, moment, guides));
        } catch (Failed failed) {
            refused(moment, failed.failure());
        }
    }

    /// WeCom refuses what is too much; what we know to be too much we do not ask for.
    private boolean hasRoom(Brand brand, MomentSteps.Due moment) {
        Instant now = clock.instant();
        Instant month = brand.startOf(brand.monthOf(now));
        boolean monthFull = steps.since(moment, month) >= timing.perMonth();
        if (monthFull || steps.since(moment, now.minus(Duration.ofMinutes(1))) >= timing.perMinute()) {
            Problem full = new Problem(WecomProblem.MOMENT_LIMIT)
                    .with("minute", timing.perMinute())
                    .with("month", timing.perMonth());
            steps.wait(moment, now.plus(monthFull ? Duration.ofHours(1) : LATER), full);
            return false;
        }
        return true;
    }

    private void refused(MomentSteps.Due moment, WecomFailure failure) {
        if (!failure.certain()) {
            steps.wait(moment, clock.instant().plus(timing.settle()), failure.problem());
        } else if (failure.passing()) {
            steps.back(moment, failure.problem(), LATER);
        } else if (OF_THE_CALL.contains(failure.errcode())) {
            steps.failed(moment, "wecom-" + failure.errcode());
        } else {
            steps.back(moment, failure.problem(), MENDED);
        }
    }

    /// The answer was lost, or we were ended while the call was under way.
    private void findOut(Brand brand, MomentSteps.Due moment) {
        Instant settled = Objects.requireNonNull(moment.calledAt()).plus(timing.settle());
        if (clock.instant().isBefore(settled)) {
            steps.wait(moment, settled, null);
            return;
        }
        try {
            messages.trace(brand, moment, steps.guides(moment, "planned"))
                    .ifPresentOrElse(
                            id -> steps.created(moment, "calling", id, List.of()),
                            () -> steps.back(moment, null, Duration.ZERO));
        } catch (Failed failed) {
            steps.wait(moment, clock.instant().plus(LATER), failed.failure().problem());
        }
    }

    private void askJob(Brand brand, MomentSteps.Due moment) {
        try {
            WxCpGetMomentTaskResult job = messages.result(brand, Objects.requireNonNull(moment.jobId()));
            var result = job.getResult();
            if (job.getStatus() == null || job.getStatus() != JOB_DONE || result == null) {
                steps.wait(moment, clock.instant().plus(JOB), null);
            } else if (result.getMomentId() == null || result.getMomentId().isEmpty()) {
                steps.failed(moment, "wecom-" + result.getErrcode());
            } else {
                var invalid = result.getInvalidSenderList();
                List<String> refused = invalid == null || invalid.getUserList() == null
                        ? List.of()
                        : List.copyOf(invalid.getUserList());
                steps.created(moment, "making", result.getMomentId(), refused);
            }
        } catch (Failed failed) {
            if (failed.failure().errcode() == JOB_UNKNOWN) {
                lostJob(brand, moment);
            } else {
                steps.wait(moment, clock.instant().plus(LATER), failed.failure().problem());
            }
        }
    }

    /// A job is known for a day; after that only the list says what it made.
    private void lostJob(Brand brand, MomentSteps.Due moment) {
        try {
            messages.trace(brand, moment, steps.guides(moment, "planned"))
                    .ifPresentOrElse(
                            id -> steps.created(moment, "making", id, List.of()),
                            () -> steps.failed(moment, "not-made"));
        } catch (Failed failed) {
            steps.wait(moment, clock.instant().plus(MENDED), failed.failure().problem());
        }
    }

    private void look(Brand brand, MomentSteps.Due moment) {
        String id = Objects.requireNonNull(moment.momentId());
        Instant now = clock.instant();
        Instant until = moment.startAt().plus(timing.time());
        boolean over = moment.cancelled() || !now.isBefore(until);
        List<String> waiting = steps.guides(moment, "created");
        try {
            // Taken back before it is looked at: whoever publishes in between is seen.
            if (over && !waiting.isEmpty()) {
                messages.cancel(brand, id);
            }
            Map<String, Boolean> parts = messages.parts(brand, id);
            List<String> published = waiting.stream()
                    .filter(guide -> parts.getOrDefault(guide, false))
                    .toList();
            List<String> refused =
                    waiting.stream().filter(guide -> !parts.containsKey(guide)).toList();
            steps.apply(moment, published, refused, over, next(moment, until));
            for (String guide : steps.unread(moment, READ)) {
                steps.read(moment, guide, messages.people(brand, id, guide));
            }
            steps.apply(moment, List.of(), List.of(), over, next(moment, until));
        } catch (Failed failed) {
            steps.wait(moment, now.plus(MENDED), failed.failure().problem());
        }
    }

    private Instant next(MomentSteps.Due moment, Instant until) {
        return Again.look(Objects.requireNonNull(moment.madeAt()), until, clock.instant());
    }
}
