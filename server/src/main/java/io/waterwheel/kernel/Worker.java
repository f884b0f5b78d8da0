package io.waterwheel.kernel;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Work in the background, on every node: each piece claims what it touches. Fails, waits longer each time, and
/// goes on.
public abstract class Worker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final String name;
    private final Duration every;
    private final Semaphore woken = new Semaphore(0);
    private volatile @Nullable Thread thread;

    protected Worker(String name, Duration every) {
        this.name = name;
        this.every = every;
    }

    /// One piece.
    ///
    /// @return whether there may be more at once
    protected abstract boolean work();

    /// There is something to do.
    public final void wake() {
        woken.release();
    }

    private void loop() {
        Thread own = Thread.currentThread();
        Duration pause = every;
        while (thread == own) {
            try {
                if (work()) {
                    pause = every;
                    continue;
                }
                pause = every;
            } catch (RuntimeException e) {
                if (thread != own) {
                    return;
                }
                log.warn("worker.failed name={} retryMillis={}", name, pause.toMillis(), e);
                Duration longer = pause.multipliedBy(2);
                pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
            }
            try {
                if (woken.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    woken.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void start() {
        Thread started = Thread.ofVirtual().name(name).unstarted(this::loop);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
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

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
