package io.waterwheel.kernel.event;

import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/// Says in words a sender can act on why nothing was written.
public final class WriteFailure {

    private static final String DISK_FULL = "53100";
    private static final String CONNECTION = "08";
    private static final String SHUTDOWN = "57P";
    private static final int RETRY_SECONDS = 5;

    private WriteFailure() {}

    /// @return a [Problem] when the database is full or away, else the failure itself
    public static RuntimeException explain(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                // The pool had no connection to give: the database is slow, or gone.
                return unavailable(failure);
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                if (state.equals(DISK_FULL)) {
                    return new Problem(KernelProblem.DISK_FULL, failure);
                }
                if (state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN)) {
                    return unavailable(failure);
                }
            }
        }
        return failure;
    }

    private static Problem unavailable(RuntimeException failure) {
        return new Problem(KernelProblem.UNAVAILABLE, failure)
                .with("what", "PostgreSQL")
                .with("seconds", RETRY_SECONDS);
    }
}
