package io.waterwheel.kernel;

import java.time.Duration;

/// A worker that needs the log.
public abstract class LogWorker extends Worker {

    protected LogWorker(String name, Duration every) {
        super(name, every);
    }

    /// Starts after the log and stops before it.
    @Override
    public final int getPhase() {
        return 100;
    }
}
