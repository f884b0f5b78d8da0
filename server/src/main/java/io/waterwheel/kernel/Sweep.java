package io.waterwheel.kernel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Looks again and again whether there is something to do. Every node does; the work itself claims what it touches.
public abstract class Sweep implements SmartLifecycle {

    /// Often enough for what has been kept for days.
    protected static final Duration RARELY = Duration.ofMinutes(10);

    private static final Duration END = Duration.ofSeconds(10);

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String thread;
    private final String what;
    private final Duration every;
    private volatile @Nullable Thread running;

    /// @param thread its name
    /// @param what   what the log says has failed
    protected Sweep(String thread, String what, Duration every) {
        this.thread = thread;
        this.what = what;
        this.every = every;
    }

    /// Does what is due. It may fail, and is then tried again the next time.
    protected abstract void look();

    /// Does a part of what is due. What fails does not keep the others from going on.
    ///
    /// @param part what the log says has failed
    protected final void attempt(String part, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // What fails because it is ended is no failure.
            if (running != null) {
                log.warn("{} failed", part, e);
            }
        }
    }

    private void loop() {
        Thread own = Thread.currentThread();
        while (running == own) {
            attempt(what, this::look);
            try {
                Thread.sleep(every);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public final void start() {
        Thread started = Thread.ofVirtual().name(thread).unstarted(this::loop);
        running = started;
        started.start();
    }

    @Override
    public final void stop() {
        Thread stopping = running;
        running = null;
        if (stopping != null) {
            stopping.interrupt();
            try {
                stopping.join(END);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public final boolean isRunning() {
        return running != null;
    }
}
