package io.waterwheel.kernel.event;

import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;

/// Reads the log behind the writer. Its offset moves in the same transaction as its effect: effectively once.
public interface LogConsumer {

    /// A stable name under which the offset is kept.
    String name();

    /// How long events may come together between two batches: a batch has a cost of its own, so for whatever nobody
    /// waits for, rather a large one than many small ones.
    default Duration gather() {
        return Duration.ofMillis(200);
    }

    void consume(DSLContext transaction, List<LoggedEvent> events);
}
