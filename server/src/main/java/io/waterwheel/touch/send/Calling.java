package io.waterwheel.touch.send;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Outcomes;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.Call;
import io.waterwheel.touch.CallOutcome;
import io.waterwheel.touch.CallTrace;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.ChannelProblem;
import io.waterwheel.touch.PastCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Makes the calls of one errand: that a call is about to be made is written down before, what came of it is
/// settled after, and calls of which nobody knows are asked about. The same for broadcasts and single messages.
final class Calling {

    private final Brand brand;
    private final Errand errand;
    private final Channel channel;
    private final SendingTools tools;
    private final List<OpenCall> open = new ArrayList<>();
    private volatile boolean blocked;

    Calling(Brand brand, Errand errand, Channel channel, SendingTools tools) {
        this.brand = brand;
        this.errand = errand;
        this.channel = channel;
        this.tools = tools;
    }

    /// @param outcome null: the call was not made, because it was not wanted any more
    record Tried(PlannedCall call, @Nullable CallOutcome outcome) {

        boolean later() {
            return outcome instanceof CallOutcome.Later;
        }
    }

    /// Takes up what an earlier run left: calls that were not made are dissolved, those that may have been are
    /// asked about.
    void takeUp() {
        tools.dispatches().dissolveReady(errand);
        open.addAll(tools.dispatches().open(errand));
    }

    int open() {
        synchronized (open) {
            return open.size();
        }
    }

    /// Makes calls, as many at once as the channel takes.
    ///
    /// @param between called between two calls, and may end it all by throwing
    /// @throws Problem what stands in the way of every call, after those that were made have been written down
    List<Tried> tryAll(ExecutorService workers, List<PlannedCall> calls, Runnable between) {
        between.run();
        List<Tried> tried = channel.promise().parallel() == 1 ? oneByOne(calls, between) : atOnce(workers, calls);
        tried.stream()
                .map(Tried::outcome)
                .filter(CallOutcome.Blocked.class::isInstance)
                .map(CallOutcome.Blocked.class::cast)
                .findFirst()
                .ifPresent(stopped -> {
                    throw stopped.why();
                });
        return tried;
    }

    private List<Tried> oneByOne(List<PlannedCall> calls, Runnable between) {
        List<Tried> tried = new ArrayList<>();
        for (PlannedCall call : calls) {
            between.run();
            Tried one = tryOne(call);
            tried.add(one);
            if (one.later()) {
                // The channel asks for a rest: the remaining calls would only be told the same.
                calls.subList(tried.size(), calls.size()).forEach(rest -> tried.add(new Tried(rest, one.outcome)));
                break;
            }
        }
        return tried;
    }

    private List<Tried> atOnce(ExecutorService workers, List<PlannedCall> calls) {
        List<Future<Tried>> futures =
                calls.stream().map(call -> workers.submit(() -> tryOne(call))).toList();
        List<Tried> tried = new ArrayList<>();
        for (Future<Tried> future : futures) {
            tried.add(Outcomes.join(future));
        }
        return tried;
    }

    private Tried tryOne(PlannedCall planned) {
        Call call = planned.call();
        // Once somebody was told that a person must change something, nobody else need ask.
        Instant calledAt = blocked ? null : tools.dispatches().calling(errand, planned.dispatch());
        if (calledAt == null) {
            return new Tried(planned, null);
        }
        CallOutcome outcome = channel.send(brand, call);
        Settlement settlement = tools.settlement();
        switch (outcome) {
            case CallOutcome.Accepted(var key, var refused) ->
                settlement.accepted(errand, channel, planned.dispatch(), key, refused);
            case CallOutcome.Rejected(var reason) -> settlement.rejected(errand, planned.dispatch(), reason);
            case CallOutcome.Later later -> tools.dispatches().readyAgain(planned.dispatch());
            case CallOutcome.Blocked stopped -> {
                blocked = true;
                tools.dispatches().readyAgain(planned.dispatch());
            }
            case CallOutcome.Unsure(var why) -> {
                if (channel.promise().idempotent()) {
                    // Made again with the same key it is carried once, whatever became of this one.
                    tools.dispatches().unanswered(errand, planned.dispatch());
                    tools.dispatches().readyAgain(planned.dispatch());
                    return new Tried(planned, again(why));
                }
                unsure(planned, calledAt, why);
            }
        }
        return new Tried(planned, outcome);
    }

    private static CallOutcome again(String why) {
        return new CallOutcome.Later(Duration.ZERO, new Problem(ChannelProblem.CHANNEL_SILENT).with("reason", why));
    }

    private void unsure(PlannedCall planned, Instant calledAt, String why) {
        OpenCall call = new OpenCall(
                planned.dispatch(), planned.call().sender(), tools.dispatches().code(planned.dispatch()), calledAt);
        if (!isAskable(call)) {
            tools.settlement().unknown(errand, planned.dispatch(), why);
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

    /// Refused again and again: the channel's word is taken for a refusal. Silence is not one.
    void giveUp(Tried tried) {
        long dispatch = tried.call.dispatch();
        if (tools.dispatches().calling(errand, dispatch) == null) {
            return;
        }
        boolean silent =
                tried.outcome instanceof CallOutcome.Later later && later.why().type() == ChannelProblem.CHANNEL_SILENT;
        if (silent) {
            tools.settlement().unknown(errand, dispatch, "connection-lost");
        } else {
            tools.settlement().rejected(errand, dispatch, "refused-for-now");
        }
    }

    /// Finds out what became of calls whose outcome nobody knows, as far as their time has come.
    ///
    /// @return why it cannot be found out right now; null when nothing stood in the way
    @Nullable
    Problem ask() {
        Instant now = tools.clock().instant();
        // The clock was put back meanwhile.
        open.replaceAll(call -> call.calledAt().isAfter(now) ? call.at(now) : call);
        Iterator<OpenCall> each = open.iterator();
        while (each.hasNext()) {
            OpenCall call = each.next();
            if (channel.promise().idempotent() && !channel.promise().keyedByCall()) {
                // Whoever is claimed again gets the same key.
                tools.dispatches().unanswered(errand, call.dispatch());
                tools.settlement().lost(errand, call.dispatch());
                each.remove();
                continue;
            }
            boolean askable = isAskable(call);
            if (askable && call.calledAt().plus(channel.promise().settle()).isAfter(now)) {
                continue;
            }
            CallTrace trace = askable ? channel.trace(brand, past(call)) : new CallTrace.NotKnown();
            switch (trace) {
                case CallTrace.Found(var key) ->
                    tools.settlement().accepted(errand, channel, call.dispatch(), key, Map.of());
                case CallTrace.Absent absent -> tools.settlement().lost(errand, call.dispatch());
                case CallTrace.NotKnown notKnown -> tools.settlement().unknown(errand, call.dispatch(), "interrupted");
                case CallTrace.Later(Problem why) -> {
                    return why;
                }
            }
            each.remove();
        }
        return null;
    }

    private PastCall past(OpenCall call) {
        String code = call.code();
        return new PastCall(
                CallKeys.call(errand, call.dispatch()),
                null,
                call.sender(),
                code == null ? null : tools.links().url(code),
                call.calledAt());
    }

    /// Nobody can be asked any more.
    void giveUpAsking() {
        tools.dispatches()
                .open(errand)
                .forEach(call -> tools.settlement().unknown(errand, call.dispatch(), "interrupted"));
    }
}
