package io.waterwheel.kernel.job;

import io.waterwheel.kernel.Text;
import org.jspecify.annotations.Nullable;

/// Unwinds a handler between two pieces of work. A handler that cleans up after failures lets this one pass.
public final class JobStopped extends RuntimeException {

    enum Reason {
        CANCELLED,
        PAUSED,
        SERVER_STOPPING
    }

    private final Reason reason;
    private final transient @Nullable Text why;

    JobStopped(Reason reason) {
        this(reason, null);
    }

    JobStopped(Reason reason, @Nullable Text why) {
        super(reason.name());
        this.reason = reason;
        this.why = why;
    }

    Reason reason() {
        return reason;
    }

    /// What a person is told of it.
    @Nullable
    Text why() {
        return why;
    }
}
