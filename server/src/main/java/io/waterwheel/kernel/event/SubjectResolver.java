package io.waterwheel.kernel.event;

import io.waterwheel.kernel.CustomerNo;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Finds or makes the customer of each event, inside the log's own transaction. The customer module answers it.
public interface SubjectResolver {

    /// @return one entry per event in the same order, null for nobody
    List<@Nullable CustomerNo> resolve(DSLContext transaction, List<NewEvent> events);

    /// The transaction was rolled back: whatever was remembered from it is forgotten.
    void forget();
}
