package io.waterwheel.kernel.postgres;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/// Tells a database that is away, restarting or slow to give connections from work that is wrong: the first passes.
public final class LostDatabase {

    /// SQLSTATE classes: the connection broke or could not be made; PostgreSQL is going down or coming up.
    private static final String CONNECTION = "08";
    private static final String SHUTDOWN = "57P";

    private LostDatabase() {}

    /// What the pool says, without a state, of a connection that it has given up.
    private static final String GIVEN_UP = "Connection is closed";

    /// Whether the failure, or any that it came from, is the database's absence.
    public static boolean behind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isIt(cause)) {
                return true;
            }
            // Where rolling back failed too, what made it necessary stands beside that.
            if (cause instanceof TransactionSystemException rollback && behind(rollback.getApplicationException())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIt(Throwable failure) {
        if (failure instanceof SQLTransientConnectionException) {
            // The pool had no connection to give.
            return true;
        }
        if (!(failure instanceof SQLException sql)) {
            return false;
        }
        String state = sql.getSQLState();
        return state == null
                ? GIVEN_UP.equals(sql.getMessage())
                : state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN);
    }
}
