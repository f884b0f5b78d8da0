package io.waterwheel.kernel.event;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one reader up to date: calls `step` until it finds nothing more, then waits for the next append.
/// A step that fails is tried again, later and later, because leaving events out would make every number behind it
/// wrong.
public final class LogFollower implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LogFollower.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /// Only for safety: whatever is appended wakes it.
    private static final Duration IDLE = Duration.ofSeconds(10);

    /// How much to read at a time.
    public static final int LARGE = 10_000;

    private static final int BUSY = 1_000;
    private static final Duration LONGEST_REST = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final String name;
    private final LogSignal signal;
    private final Duration gather;
    private final Duration idle;
    private final Step step;
    private volatile boolean closed;
    private @Nullable Thread thread;

    /// @param gather how long it lets events come together after a piece, longer when many come: a step has a
    ///               fixed cost, so rather one of thousands of events than twenty of fifty
    public LogFollower(String name, LogSignal signal, Duration gather, Step step) {
        this(name, signal, gather, IDLE, step);
    }

    /// @param idle after how long it looks at the latest, for whoever waits for something that follows an append
    public LogFollower(String name, LogSignal signal, Duration gather, Duration idle, Step step) {
        this.name = name;
        this.signal = signal;
        this.gather = gather;
        this.idle = idle;
        this.step = step;
    }

    /// One piece of reading.
    @FunctionalInterface
    public interface Step {
        /// @return how many events were read, 0 when there was nothing
        int advance();
    }

    public synchronized void start() {
        thread = Thread.ofVirtual().name("follow-" + name).start(this::follow);
    }

    private void follow() {
        Duration pause = FIRST_PAUSE;
        while (!closed) {
            try {
                long appended = signal.times();
                long begun = System.nanoTime();
                int read = step.advance();
                if (read == 0) {
                    signal.await(appended, idle);
                } else if (read < LARGE) {
                    Thread.sleep(rest(read, Duration.ofNanos(System.nanoTime() - begun)));
                }
                pause = FIRST_PAUSE;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (closed) {
                    return;
                }
                log.error("log.follow failed consumer={} retrySeconds={}", name, pause.toSeconds(), e);
                pause = pause(pause);
            }
        }
    }

    /// At least as long as the step took, so that on a busy machine batches grow rather than queues.
    private Duration rest(int read, Duration took) {
        Duration least = read < BUSY ? gather : gather.multipliedBy(2);
        Duration most = Collections.min(List.of(took, LONGEST_REST));
        return Collections.max(List.of(least, most));
    }

    private Duration pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            closed = true;
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    /// Ends after the step that is running.
    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            // It may wait for the next append.
            signal.look();
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
