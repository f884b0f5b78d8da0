package io.waterwheel.kernel.event;

import io.waterwheel.kernel.postgres.LostDatabase;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.sql.SQLException;

/// Says in words a sender can act on why nothing was written.
public final class WriteFailure {

    private static final String DISK_FULL = "53100";
    private static final int RETRY_SECONDS = 5;

    private WriteFailure() {}

    /// @return a [Problem] when the database is full or away, else the failure itself
    public static RuntimeException explain(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())) {
                return new Problem(KernelProblem.DISK_FULL, failure);
            }
        }
        return LostDatabase.behind(failure) ? unavailable(failure) : failure;
    }

    private static Problem unavailable(RuntimeException failure) {
        return new Problem(KernelProblem.UNAVAILABLE, failure)
                .with("what", "PostgreSQL")
                .with("seconds", RETRY_SECONDS);
    }
}
