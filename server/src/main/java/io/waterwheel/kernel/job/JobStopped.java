package io.waterwheel.kernel.job;

/// Unwinds a handler between two pieces of work. A handler that cleans up after failures lets this one pass.
public final class JobStopped extends RuntimeException {

    enum Reason {
        CANCELLED,
        PAUSED,
        SERVER_STOPPING
    }

    private final Reason reason;

    JobStopped(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
