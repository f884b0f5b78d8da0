package io.waterwheel.kernel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Looks every ten minutes whether something has been kept long enough. Every node does; the work itself claims what
/// it touches.
public abstract class Sweep implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String thread;
    private final String what;
    private final Runnable work;
    private volatile @Nullable Thread running;

    /// @param thread its name
    /// @param what   what the log says has failed
    /// @param work   may fail, and is then tried again the next time
    protected Sweep(String thread, String what, Runnable work) {
        this.thread = thread;
        this.what = what;
        this.work = work;
    }

    private void loop() {
        Thread own = Thread.currentThread();
        while (running == own) {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.warn("{} failed", what, e);
            }
            try {
                Thread.sleep(EVERY);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void start() {
        Thread started = Thread.ofVirtual().name(thread).unstarted(this::loop);
        running = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread stopping = running;
        running = null;
        if (stopping != null) {
            stopping.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
