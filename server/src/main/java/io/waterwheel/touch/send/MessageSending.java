package io.waterwheel.touch.send;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.CallOutcome;
import io.waterwheel.touch.Channel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/// One run of sending a brand's single messages by one channel: until nothing is due, something stands in the
/// way, or it is the turn of another line.
final class MessageSending {

    private static final long TURN = Duration.ofSeconds(30).toNanos();

    private final Brand brand;
    private final Errand errand;
    private final Channel channel;
    private final SendingTools tools;
    private final MessageTools messages;
    private final Backoff backoff;
    private final BooleanSupplier stopping;
    private final Calling calling;

    MessageSending(
            Brand brand,
            Errand errand,
            Channel channel,
            SendingTools tools,
            MessageTools messages,
            Backoff backoff,
            BooleanSupplier stopping) {
        this.brand = brand;
        this.errand = errand;
        this.channel = channel;
        this.tools = tools;
        this.messages = messages;
        this.backoff = backoff;
        this.stopping = stopping;
        this.calling = new Calling(brand, errand, channel, tools);
    }

    void run() {
        try {
            channel.ready(brand);
            send();
        } catch (Problem stands) {
            rest(stands, Duration.ZERO);
        }
    }

    private void send() {
        calling.takeUp();
        Problem notNow = calling.ask();
        if (notNow != null) {
            throw notNow;
        }
        boolean probe = messages.lines().stopped(errand);
        try (ExecutorService workers = Executors.newFixedThreadPool(
                channel.promise().parallel(), Thread.ofVirtual().factory())) {
            long end = System.nanoTime() + TURN;
            while (!stopping.getAsBoolean() && System.nanoTime() < end) {
                CallMaker.Made made = messages.maker().next(brand, errand, channel, probe);
                if (made.claimed() == 0) {
                    return;
                }
                if (made.calls().isEmpty()) {
                    continue;
                }
                List<Calling.Tried> tried = calling.tryAll(workers, made.calls(), this::between);
                if (!settle(tried)) {
                    return;
                }
                probe = false;
            }
        } catch (CancellationException stopped) {
            // The server is stopping: what is written down is taken up after the next start.
        }
    }

    /// @return whether to go on
    private boolean settle(List<Calling.Tried> tried) {
        List<Calling.Tried> later = tried.stream().filter(Calling.Tried::later).toList();
        boolean allLater = !later.isEmpty() && later.size() == tried.size();
        if (allLater) {
            // It is not about one of them: the channel as a whole asks for a rest.
            CallOutcome.Later first = later(later);
            tools.dispatches().dissolveReady(errand);
            rest(first.why(), first.after());
            return false;
        }
        if (!later.isEmpty()) {
            messages.restLonger(
                    errand,
                    later.stream().map(one -> one.call().dispatch()).toList(),
                    later(later).after());
        }
        backoff.reset();
        messages.lines().works(errand);
        return true;
    }

    private static CallOutcome.Later later(List<Calling.Tried> later) {
        if (later.getFirst().outcome() instanceof CallOutcome.Later first) {
            return first;
        }
        throw new IllegalStateException("not later");
    }

    private void rest(Problem why, Duration asked) {
        tools.dispatches().dissolveReady(errand);
        messages.lines().rest(errand, why, backoff.after(asked));
    }

    private void between() {
        if (stopping.getAsBoolean()) {
            throw new CancellationException();
        }
    }
}
