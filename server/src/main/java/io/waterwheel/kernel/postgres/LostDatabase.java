package io.waterwheel.kernel.postgres;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/// Tells a database that is away, restarting or slow to give connections from work that is wrong: the first passes.
public final class LostDatabase {

    /// SQLSTATE classes: the connection broke or could not be made; PostgreSQL is going down or coming up.
    private static final String CONNECTION = "08";
    private static final String SHUTDOWN = "57P";

    private LostDatabase() {}

    /// Whether the failure, or any that it came from, is the database's absence.
    public static boolean behind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                // The pool had no connection to give.
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                if (state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN)) {
                    return true;
                }
            }
        }
        return false;
    }
}
