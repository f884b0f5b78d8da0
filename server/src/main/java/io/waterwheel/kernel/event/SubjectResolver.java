package io.waterwheel.kernel.event;

import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Finds or makes the customer of each event, inside the log's own transaction. The customer module answers it.
public interface SubjectResolver {

    /// @param subjects     one entry per event in the same order, null for nobody
    /// @param consequences what follows from these events for who is who: to be appended behind them
    record Resolution(List<@Nullable Resolved> subjects, List<NewEvent> consequences) {}

    /// @param writtenUnder the number the event stands under for good
    /// @param customer     the customer that number belongs to once the whole batch is taken into account
    record Resolved(CustomerNo writtenUnder, CustomerNo customer) {}

    Resolution resolve(DSLContext transaction, List<NewEvent> events);

    /// The customers that numbers belong to now; those that no identifier has are their own.
    Map<CustomerNo, CustomerNo> current(DSLContext database, Collection<CustomerNo> numbers);

    /// Makes the customers that numbers belong to anew from the log, after something in their history changed. The
    /// transaction holds the writer's lock.
    void renew(DSLContext transaction, Collection<CustomerNo> numbers);

    /// The transaction was rolled back: whatever was remembered from it is forgotten.
    void forget();
}
