package io.waterwheel.kernel;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks again and again whether there is something to do, at the same pace whether that fails or not. Every node
/// does; the work itself claims what it touches.
public abstract class Sweep extends Worker {

    /// Often enough for what has been kept for days.
    protected static final Duration RARELY = Duration.ofMinutes(10);

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String what;

    /// @param thread its name
    /// @param what   what the log says has failed
    protected Sweep(String thread, String what, Duration every) {
        super(thread, every);
        this.what = what;
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
            if (isRunning()) {
                log.warn("{} failed", part, e);
            }
        }
    }

    @Override
    protected final boolean work() {
        attempt(what, this::look);
        return false;
    }
}
