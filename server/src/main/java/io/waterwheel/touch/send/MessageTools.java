package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.DISPATCH;

import java.time.Duration;
import java.util.List;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// What sending single messages needs beside what every sending needs.
@Component
record MessageTools(
        MessageMaker maker,
        MessageLines lines,
        WaitingMessages waiting,
        Dispatches dispatches,
        TransactionOperations transactions) {

    /// Calls that were refused for now: their messages wait a while before they are claimed again.
    void restLonger(Errand errand, List<Long> calls, Duration asked) {
        transactions.executeWithoutResult(status -> {
            waiting.restLonger(calls, asked);
            dispatches.dissolve(errand, DISPATCH.ID.eq(DSL.any(calls.toArray(Long[]::new))));
        });
    }
}
