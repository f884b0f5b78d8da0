package io.waterwheel.touch.send;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a small piece of work again and again in the background, on every node: the work itself claims what it
/// touches.
final class Ticker {

    private static final Logger log = LoggerFactory.getLogger(Ticker.class);

    private final String name;
    private final Duration every;
    private final BooleanSupplier work;
    private volatile @Nullable Thread thread;

    /// @param work answers whether there may be more to do at once
    Ticker(String name, Duration every, BooleanSupplier work) {
        this.name = name;
        this.every = every;
        this.work = work;
    }

    void start() {
        Thread started = Thread.ofVirtual().name(name).unstarted(this::loop);
        thread = started;
        started.start();
    }

    boolean isRunning() {
        return thread != null;
    }

    void stop() {
        Thread stopping = thread;
        thread = null;
        if (stopping != null) {
            stopping.interrupt();
            try {
                stopping.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void loop() {
        Duration pause = every;
        while (thread != null) {
            try {
                boolean more = work.getAsBoolean();
                pause = every;
                if (more) {
                    continue;
                }
            } catch (RuntimeException e) {
                if (thread == null) {
                    return;
                }
                log.warn("ticker.failed name={} retryMillis={}", name, pause.toMillis(), e);
                pause = pause.multipliedBy(2).compareTo(Duration.ofMinutes(1)) > 0
                        ? Duration.ofMinutes(1)
                        : pause.multipliedBy(2);
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
