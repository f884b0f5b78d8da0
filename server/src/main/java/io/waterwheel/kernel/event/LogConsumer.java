package io.waterwheel.kernel.event;

import java.util.List;
import org.jooq.DSLContext;

/// Reads the log behind the writer. Its offset moves in the same transaction as its effect: effectively once.
public interface LogConsumer {

    /// A stable name under which the offset is kept.
    String name();

    void consume(DSLContext transaction, List<LoggedEvent> events);
}
