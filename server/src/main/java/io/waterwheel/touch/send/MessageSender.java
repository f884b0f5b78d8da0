package io.waterwheel.touch.send;

import io.waterwheel.access.Brands;
import io.waterwheel.kernel.Worker;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.TouchProblem;
import io.waterwheel.touch.channel.Channels;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Sends single messages: looks twice a second which lines have something to do, and works on each apart from
/// the others, so that a channel that is slow or down holds up nobody else.
@Component
public class MessageSender extends Worker {

    private static final Logger log = LoggerFactory.getLogger(MessageSender.class);
    private static final Duration EVERY = Duration.ofMillis(500);

    /// Each keeps a database connection for its lock.
    private static final int AT_ONCE = 8;

    private final MessageTools messages;
    private final SendingTools tools;
    private final Brands brands;
    private final Channels channels;
    private final Map<Errand, Backoff> backoffs = new ConcurrentHashMap<>();
    private final Set<Errand> working = ConcurrentHashMap.newKeySet();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private volatile boolean stopping;

    MessageSender(MessageTools messages, SendingTools tools, Brands brands, Channels channels) {
        super("touch-messages", EVERY);
        this.messages = messages;
        this.tools = tools;
        this.brands = brands;
        this.channels = channels;
    }

    @Override
    protected boolean work() {
        for (Errand errand : messages.lines().busy()) {
            if (stopping || !room.tryAcquire()) {
                break;
            }
            if (!working.add(errand)) {
                room.release();
                continue;
            }
            Thread.ofVirtual().name("touch-messages-" + errand.channel().code()).start(() -> {
                try {
                    messages.lines().alone(errand, () -> send(errand));
                } catch (RuntimeException e) {
                    log.warn("messages.failed brand={} channel={}", errand.brand(), errand.channel(), e);
                } finally {
                    working.remove(errand);
                    room.release();
                }
            });
        }
        return false;
    }

    private void send(Errand errand) {
        messages.maker().expire(errand);
        Backoff backoff = backoffs.computeIfAbsent(errand, one -> new Backoff());
        channels.find(errand.channel())
                .ifPresentOrElse(
                        channel -> new MessageSending(
                                        brands.get(errand.brand()),
                                        errand,
                                        channel,
                                        tools,
                                        messages,
                                        backoff,
                                        () -> stopping)
                                .run(),
                        () -> messages.lines()
                                .rest(
                                        errand,
                                        new Problem(TouchProblem.CHANNEL_MISSING)
                                                .with(
                                                        "channel",
                                                        errand.channel().code()),
                                        backoff.after(Duration.ZERO)));
    }

    @Override
    public void start() {
        stopping = false;
        super.start();
    }

    /// Waits for calls under way, as far as there is time: what they brought should be written down.
    @Override
    public void stop() {
        stopping = true;
        super.stop();
        try {
            if (room.tryAcquire(AT_ONCE, 10, TimeUnit.SECONDS)) {
                room.release(AT_ONCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
