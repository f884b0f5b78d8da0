package io.waterwheel.kernel.event;

import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;

/// State per customer that must be right as soon as an event is acknowledged: applied in the log's own transaction, in
/// batches. A customer's events come again, in log order, after the state was cleared: when one customer turned out to
/// be two, or events are taken back.
public interface Projection {

    void apply(DSLContext transaction, List<LoggedEvent> events);

    /// Events are taken back. Their customers are made anew right afterwards; this is for what belongs to nobody.
    default void retracted(DSLContext transaction, Collection<Long> positions) {}

    /// The transaction was rolled back: whatever was remembered from it is forgotten.
    default void forget() {}
}
