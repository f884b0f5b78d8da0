package io.waterwheel.touch.send;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.Call;
import io.waterwheel.touch.CallOutcome;
import io.waterwheel.touch.CallTrace;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.ChannelProblem;
import io.waterwheel.touch.PastCall;
import io.waterwheel.touch.broadcast.BroadcastRow;
import io.waterwheel.touch.broadcast.BroadcastState;
import io.waterwheel.touch.broadcast.Remaining;
import io.waterwheel.touch.policy.QuietHours;
import io.waterwheel.touch.template.MessageTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One run of sending one broadcast.
final class Sending {

    private static final Duration PATIENCE = Duration.ofMillis(200);

    /// How often one recipient's own refusal for now is believed.
    private static final int TRIES = 6;

    private final JobRun run;
    private final Brand brand;
    private final BroadcastRow broadcast;
    private final Channel channel;
    private final SendingTools tools;
    private final MessageTemplate template;
    private final Backoff backoff = new Backoff();
    private final List<OpenCall> open = new ArrayList<>();
    private final long total;
    private long done;
    private long nextCount = System.nanoTime();

    Sending(JobRun run, Brand brand, BroadcastRow broadcast, Channel channel, SendingTools tools) {
        this.run = run;
        this.brand = brand;
        this.broadcast = broadcast;
        this.channel = channel;
        this.tools = tools;
        this.template =
                new MessageTemplate(broadcast.template(), channel.promise().text());
        this.total = tools.dispatches().all(broadcast.id());
    }

    private record Tried(PlannedCall call, @Nullable CallOutcome outcome) {}

    void run() {
        tools.dispatches().dissolveReady(broadcast.id());
        open.addAll(tools.dispatches().open(broadcast.id()));
        try (ExecutorService workers = Executors.newFixedThreadPool(
                channel.promise().parallel(), Thread.ofVirtual().factory())) {
            while (true) {
                run.checkStop();
                BroadcastState state = tools.rows().state(broadcast.id());
                boolean sending = state == BroadcastState.SENDING;
                if (sending) {
                    holdBackInQuietHours();
                }
                askAboutOpenCalls();
                CallMaker.Made made = sending
                        ? tools.maker().next(brand, broadcast, channel, template)
                        : new CallMaker.Made(0, List.of());
                make(workers, made.calls());
                progress(null);
                if (made.claimed() > 0 || (sending && tools.dispatches().dissolveReady(broadcast.id()) > 0)) {
                    continue;
                }
                if (open.isEmpty() && state != BroadcastState.PAUSED) {
                    break;
                }
                pause(PATIENCE);
            }
        }
        nextCount = System.nanoTime();
        progress(null);
        if (tools.rows().state(broadcast.id()) == BroadcastState.CANCELLED) {
            tools.dispatches().dissolveReady(broadcast.id());
            Remaining.cancel(tools.database(), broadcast.id(), tools.clock().instant());
        }
    }

    /// A night is long: the job gives its thread back and is woken when the quiet hours end.
    private void holdBackInQuietHours() {
        QuietHours quiet = tools.policies().of(brand).quiet();
        if (quiet.cover(tools.clock().instant(), brand.zone())) {
            throw run.rest(new Text(
                    "免打扰时段，%s 之后自动继续发送。".formatted(quiet.to()),
                    "Quiet hours: sending goes on by itself after %s.".formatted(quiet.to())));
        }
    }

    private void make(ExecutorService workers, List<PlannedCall> calls) {
        List<PlannedCall> waiting = calls;
        int tries = 0;
        while (!waiting.isEmpty()) {
            List<Tried> tried = tryAll(workers, waiting);
            List<Tried> later = tried.stream()
                    .filter(one -> one.outcome instanceof CallOutcome.Later)
                    .toList();
            boolean allLater = later.size() == tried.size();
            if (later.isEmpty()) {
                backoff.reset();
                return;
            }
            tries = allLater ? 0 : tries + 1;
            if (tries >= TRIES && !channel.promise().keyedByCall()) {
                later.forEach(this::giveUp);
                return;
            }
            waiting = later.stream().map(Tried::call).toList();
            waitBefore((CallOutcome.Later) Objects.requireNonNull(later.getFirst().outcome));
            if (tools.rows().state(broadcast.id()) != BroadcastState.SENDING) {
                return;
            }
        }
    }

    private void giveUp(Tried tried) {
        long dispatch = tried.call.dispatch();
        if (tools.dispatches().calling(dispatch) == null) {
            return;
        }
        boolean silent = tried.outcome instanceof CallOutcome.Later(_, var why)
                && why.type() == ChannelProblem.CHANNEL_SILENT;
        if (silent) {
            tools.settlement().unknown(broadcast, dispatch, "connection-lost");
        } else {
            tools.settlement().rejected(broadcast, dispatch, "refused-for-now");
        }
    }

    private void waitBefore(CallOutcome.Later later) {
        Duration wait = backoff.after(later.after());
        Instant until = Instant.now().plus(wait);
        Text why = later.why().text();
        progress(new Text(
                "%s（%d 秒后继续）".formatted(why.zh(), wait.toSeconds()),
                "%s (going on in %d seconds)".formatted(why.en(), wait.toSeconds())));
        while (Instant.now().isBefore(until)) {
            run.checkStop();
            pause(PATIENCE);
        }
    }

    private List<Tried> tryAll(ExecutorService workers, List<PlannedCall> calls) {
        if (channel.promise().parallel() == 1) {
            List<Tried> tried = new ArrayList<>();
            for (PlannedCall call : calls) {
                run.checkStop();
                Tried one = tryOne(call);
                tried.add(one);
                if (one.outcome instanceof CallOutcome.Later) {
                    // The channel asks for a rest: the remaining calls would only be told the same.
                    calls.subList(tried.size(), calls.size()).forEach(rest -> tried.add(new Tried(rest, one.outcome)));
                    break;
                }
                progress(null);
            }
            return settleAll(tried);
        }
        run.checkStop();
        List<Future<Tried>> futures =
                calls.stream().map(call -> workers.submit(() -> tryOne(call))).toList();
        List<Tried> tried = new ArrayList<>();
        for (Future<Tried> future : futures) {
            tried.add(Outcomes.join(future));
        }
        return settleAll(tried);
    }

    /// Something that concerns every call is told only after the calls that were made have been written down.
    private List<Tried> settleAll(List<Tried> tried) {
        tried.stream()
                .map(Tried::outcome)
                .filter(CallOutcome.Blocked.class::isInstance)
                .map(CallOutcome.Blocked.class::cast)
                .findFirst()
                .ifPresent(blocked -> {
                    throw blocked.why();
                });
        return tried;
    }

    private Tried tryOne(PlannedCall planned) {
        Call call = planned.call();
        Instant calledAt = tools.dispatches().calling(planned.dispatch());
        if (calledAt == null) {
            return new Tried(planned, null);
        }
        CallOutcome outcome = channel.send(brand, call);
        switch (outcome) {
            case CallOutcome.Accepted(var key, var refused) ->
                tools.settlement().accepted(broadcast, channel, planned.dispatch(), key, refused);
            case CallOutcome.Rejected(var reason) -> tools.settlement().rejected(broadcast, planned.dispatch(), reason);
            case CallOutcome.Later later -> tools.dispatches().readyAgain(planned.dispatch());
            case CallOutcome.Blocked blocked -> tools.dispatches().readyAgain(planned.dispatch());
            case CallOutcome.Unsure(var why) -> {
                if (channel.promise().idempotent()) {
                    // Made again with the same key it is carried once, whatever became of this one.
                    tools.dispatches().readyAgain(planned.dispatch());
                    return new Tried(planned, again(why));
                }
                unsure(planned, calledAt, why);
            }
        }
        return new Tried(planned, outcome);
    }

    private static CallOutcome again(String why) {
        return new CallOutcome.Later(
                Duration.ZERO, new Problem(ChannelProblem.CHANNEL_SILENT).with("reason", why));
    }

    private void unsure(PlannedCall planned, Instant calledAt, String why) {
        OpenCall call =
                new OpenCall(planned.dispatch(), planned.call().sender(), codeOf(planned), calledAt);
        if (!isAskable(call)) {
            tools.settlement().unknown(broadcast, planned.dispatch(), why);
            return;
        }
        synchronized (open) {
            open.add(call);
        }
    }

    private boolean isAskable(OpenCall call) {
        return switch (channel.promise().tracing()) {
            case NEVER -> false;
            case BY_LINK -> call.code() != null;
            case BY_KEY -> true;
        };
    }

    private @Nullable String codeOf(PlannedCall planned) {
        return tools.dispatches().code(planned.dispatch());
    }

    private void askAboutOpenCalls() {
        Instant now = tools.clock().instant();
        Iterator<OpenCall> each = open.iterator();
        while (each.hasNext()) {
            OpenCall call = each.next();
            boolean askable = isAskable(call);
            if (channel.promise().idempotent() && !channel.promise().keyedByCall()) {
                // Whoever is claimed again gets the same key.
                tools.settlement().lost(broadcast, call.dispatch());
                each.remove();
                continue;
            }
            if (askable && call.calledAt().plus(channel.promise().settle()).isAfter(now)) {
                continue;
            }
            if (!askable) {
                tools.settlement().unknown(broadcast, call.dispatch(), "interrupted");
                each.remove();
            } else if (settled(call, channel.trace(brand, past(call)))) {
                each.remove();
            }
        }
    }

    private boolean settled(OpenCall call, CallTrace trace) {
        switch (trace) {
            case CallTrace.Found(var key) ->
                tools.settlement().accepted(broadcast, channel, call.dispatch(), key, Map.of());
            case CallTrace.Absent absent -> tools.settlement().lost(broadcast, call.dispatch());
            case CallTrace.NotKnown notKnown -> tools.settlement().unknown(broadcast, call.dispatch(), "interrupted");
            case CallTrace.Later(Problem why) -> {
                waitBefore(new CallOutcome.Later(Duration.ZERO, why));
                return false;
            }
        }
        return true;
    }

    private PastCall past(OpenCall call) {
        String code = call.code();
        return new PastCall(
                CallKeys.call(broadcast.id(), call.dispatch()),
                null,
                call.sender(),
                code == null ? null : tools.links().url(code),
                call.calledAt());
    }

    /// The broadcast is cancelled and the channel cannot be asked any more.
    void giveUpAsking() {
        tools.dispatches().dissolveReady(broadcast.id());
        Remaining.cancel(tools.database(), broadcast.id(), tools.clock().instant());
        tools.dispatches()
                .open(broadcast.id())
                .forEach(call -> tools.settlement().unknown(broadcast, call.dispatch(), "interrupted"));
    }

    private void progress(@Nullable Text message) {
        long now = System.nanoTime();
        if (now >= nextCount) {
            done = total - tools.dispatches().pending(broadcast.id());
            long took = System.nanoTime() - now;
            // Counting millions takes a while; it may take a twentieth of the time, not more.
            nextCount = now + Math.max(TimeUnit.MILLISECONDS.toNanos(500), 20 * took);
        }
        run.progress(done, total, message == null ? openMessage() : message);
    }

    private @Nullable Text openMessage() {
        int calls = open.size();
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
