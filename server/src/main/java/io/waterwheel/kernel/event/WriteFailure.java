package io.waterwheel.kernel.event;

import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.sql.SQLException;

/// Says in words a sender can act on why nothing was written.
final class WriteFailure {

    private static final String DISK_FULL = "53100";
    private static final String CONNECTION = "08";
    private static final String SHUTDOWN = "57P";

    private WriteFailure() {}

    static RuntimeException explain(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                if (state.equals(DISK_FULL)) {
                    return new Problem(KernelProblem.DISK_FULL, failure);
                }
                if (state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN)) {
                    return new Problem(KernelProblem.UNAVAILABLE, failure).with("what", "PostgreSQL");
                }
            }
        }
        return failure;
    }
}
