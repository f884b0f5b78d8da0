package io.waterwheel.customer;

import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;

/// State kept per customer beside the log, by this module and others. Whoever keeps such a table implements it, so
/// that the table follows when two customers turn out to be one, and can be made anew from the log when they come
/// apart or ask to be forgotten.
public interface CustomerState {

    /// Customers have become part of others: what was theirs is joined to what the others have, and nothing is left
    /// under the old number. Called in the log's own transaction, many at a time.
    ///
    /// @param into for each number that is no longer a customer, the customer it now belongs to
    void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into);

    /// Forgets what is kept of customers. When the log still tells of them, their events are projected again right
    /// afterwards, in log order.
    void clear(DSLContext transaction, Collection<CustomerNo> customers);
}
