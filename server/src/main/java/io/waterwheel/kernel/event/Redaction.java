package io.waterwheel.kernel.event;

import java.util.List;
import org.jooq.DSLContext;

/// Takes out of events, before they are written, what must not be written any more: history of people who asked to
/// be forgotten and that comes late. Called by the log's one writer, inside its transaction.
public interface Redaction {

    /// @return one event for each in the same order; the same one where nothing is taken out
    List<NewEvent> redact(DSLContext transaction, List<NewEvent> events);

    /// What was remembered may not count any more.
    void forget();
}
