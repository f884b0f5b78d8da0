package io.waterwheel.touch.send;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.CallOutcome;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.broadcast.BroadcastRow;
import io.waterwheel.touch.broadcast.BroadcastState;
import io.waterwheel.touch.broadcast.Remaining;
import io.waterwheel.touch.policy.QuietHours;
import io.waterwheel.touch.template.MessageTemplate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One run of sending one broadcast.
final class Sending {

    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final JobRun run;
    private final Brand brand;
    private final BroadcastRow broadcast;
    private final Errand errand;
    private final Channel channel;
    private final SendingTools tools;
    private final MessageTemplate template;
    private final Calling calling;
    private final RefusedCalls refused;
    private final Backoff backoff = new Backoff();
    private final long total;
    private long done;
    private long nextCount = System.nanoTime();

    Sending(JobRun run, Brand brand, BroadcastRow broadcast, Channel channel, SendingTools tools) {
        this.run = run;
        this.brand = brand;
        this.broadcast = broadcast;
        this.errand = Errand.of(broadcast);
        this.channel = channel;
        this.tools = tools;
        this.template =
                new MessageTemplate(broadcast.template(), channel.promise().text());
        this.calling = new Calling(brand, errand, channel, tools);
        this.refused = new RefusedCalls(tools.clock(), channel.promise().parallel() > 1);
        this.total = tools.waiting().all(broadcast.id());
    }

    void run() {
        calling.takeUp();
        try (ExecutorService workers = Executors.newFixedThreadPool(
                channel.promise().parallel(), Thread.ofVirtual().factory())) {
            while (true) {
                run.checkStop();
                BroadcastState state = tools.rows().state(broadcast.id());
                boolean sending = state == BroadcastState.SENDING;
                boolean night = sending && night();
                Problem notNow = calling.ask();
                if (notNow != null) {
                    waitBefore(new CallOutcome.Later(Duration.ZERO, notNow));
                }
                CallMaker.Made made = sending
                        ? tools.maker().next(brand, broadcast, channel, template, night)
                        : CallMaker.Made.NOTHING;
                make(workers, made.calls());
                if (sending) {
                    tryRefused(workers);
                }
                progress(null);
                boolean aside = sending && refused.size() > 0;
                if (made.claimed() > 0
                        || (sending && !aside && tools.dispatches().dissolveReady(errand) > 0)) {
                    continue;
                }
                if (sending && (night || !aside)) {
                    restIfAllWait(night);
                }
                if (calling.open() == 0 && state != BroadcastState.PAUSED && !aside) {
                    break;
                }
                pause(PATIENCE);
            }
        }
        nextCount = System.nanoTime();
        progress(null);
        if (tools.rows().state(broadcast.id()) == BroadcastState.CANCELLED) {
            letGo();
        }
    }

    private QuietHours quiet() {
        return tools.policies().of(brand).quiet();
    }

    private boolean night() {
        return quiet().cover(tools.clock().instant(), brand.zone());
    }

    /// A night is long: the job gives its thread back and is woken when it ends, here or where somebody lives.
    private void restIfAllWait(boolean night) {
        if (night) {
            throw rest(quiet().to().toString());
        }
        Optional<Instant> held = tools.waiting().heldUntil(broadcast.id());
        if (held.isPresent() && calling.open() == 0) {
            ZoneId zone = brand.zone();
            throw rest(DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(zone).format(held.get()));
        }
    }

    private RuntimeException rest(String until) {
        return run.rest(new Text(
                "免打扰时段，%s 之后自动继续发送。".formatted(until),
                "Quiet hours: sending goes on by itself after %s.".formatted(until)));
    }

    /// Makes calls. Where the channel refuses all of them for now, one at a time finds out whether it works again;
    /// those it refuses while it takes others are set aside.
    private void make(ExecutorService workers, List<PlannedCall> calls) {
        List<PlannedCall> waiting = calls;
        int refusals = 0;
        while (!waiting.isEmpty()) {
            List<PlannedCall> some = refusals == 0 ? waiting : waiting.subList(0, 1);
            List<PlannedCall> rest = waiting.subList(some.size(), waiting.size());
            List<Calling.Tried> tried = calling.tryAll(workers, some, this::between);
            List<Calling.Tried> later =
                    tried.stream().filter(Calling.Tried::later).toList();
            if (later.size() < tried.size()) {
                backoff.reset();
                refusals = 0;
            }
            if (later.isEmpty() || refused.areFew(later.size(), tried.size())) {
                refused.among(later, tried.size());
                waiting = rest;
                continue;
            }
            CallOutcome.Later why =
                    (CallOutcome.Later) Objects.requireNonNull(later.getFirst().outcome());
            refusals++;
            // It is another one's turn, in case it is about the first only.
            waiting = Stream.concat(
                            Stream.concat(rest.stream(), later.stream().skip(1).map(Calling.Tried::call)),
                            Stream.of(later.getFirst().call()))
                    .toList();
            if (refusals >= RefusedCalls.TRIES && mayWaitAside(waiting)) {
                refused.add(waiting.stream()
                        .map(call -> new Calling.Tried(call, why))
                        .toList());
                return;
            }
            waitBefore(why);
            if (tools.rows().state(broadcast.id()) != BroadcastState.SENDING) {
                return;
            }
        }
    }

    /// So few may be what is wrong, rather than the channel.
    private boolean mayWaitAside(List<PlannedCall> calls) {
        return !channel.promise().keyedByCall() && refused.hasRoomFor(calls.size());
    }

    private void tryRefused(ExecutorService workers) {
        List<PlannedCall> due = refused.due();
        if (!due.isEmpty()) {
            refused.tried(calling.tryAll(workers, due, this::between)).forEach(calling::giveUp);
        }
    }

    private void between() {
        run.checkStop();
        progress(null);
    }

    private void waitBefore(CallOutcome.Later later) {
        Duration wait = backoff.after(later.after());
        Pause rest = new Pause(tools.clock(), wait);
        Text why = later.why().text();
        Text told = new Text(
                "%s（%d 秒后继续）".formatted(why.zh(), wait.toSeconds()),
                "%s (going on in %d seconds)".formatted(why.en(), wait.toSeconds()));
        while (!rest.over()) {
            run.checkStop();
            // Told again and again: progress is not written each time.
            progress(told);
            pause(PATIENCE);
        }
    }

    /// The broadcast is cancelled and the channel cannot be asked any more.
    void giveUpAsking() {
        letGo();
        calling.giveUpAsking();
    }

    private void letGo() {
        tools.dispatches().dissolveReady(errand);
        Remaining.cancel(tools.database(), broadcast.id(), tools.clock().instant());
    }

    private void progress(@Nullable Text message) {
        long now = System.nanoTime();
        if (now >= nextCount) {
            done = total - tools.waiting().pending(broadcast.id());
            long took = System.nanoTime() - now;
            // Counting millions takes a while; it may take a twentieth of the time, not more.
            nextCount = now + Math.max(TimeUnit.MILLISECONDS.toNanos(500), 20 * took);
        }
        run.progress(done, total, message == null ? openMessage() : message);
    }

    private @Nullable Text openMessage() {
        int calls = calling.open();
        if (calls == 0 && refused.size() > 0) {
            int some = refused.size();
            return new Text(
                    some + " 次发送被渠道暂时拒收，稍后再试",
                    some == 1
                            ? "1 call was refused for now and is tried again"
                            : some + " calls were refused for now and are tried again");
        }
        return calls == 0
                ? null
                : new Text(
                        calls + " 个调用结果待核对，核对前不会重发",
                        calls == 1
                                ? "1 call's outcome is being found out; nothing is sent twice"
                                : calls + " calls' outcomes are being found out; nothing is sent twice");
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
