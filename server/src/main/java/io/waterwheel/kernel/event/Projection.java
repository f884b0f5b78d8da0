package io.waterwheel.kernel.event;

import java.util.List;
import org.jooq.DSLContext;

/// State that must be right as soon as an event is acknowledged: applied in the log's own transaction, in batches.
public interface Projection {

    void apply(DSLContext transaction, List<LoggedEvent> events);

    /// The transaction was rolled back: whatever was remembered from it is forgotten.
    default void forget() {}
}
