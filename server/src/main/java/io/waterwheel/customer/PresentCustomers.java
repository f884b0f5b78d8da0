package io.waterwheel.customer;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import java.util.Optional;

/// Reads one customer from the truth, for questions that cannot wait for a copy of it.
public interface PresentCustomers {

    /// One statement, so one consistent state, whatever is asked for.
    ///
    /// @param number the customer's, or one that became part of them
    /// @return empty when the brand knows no such customer
    Optional<PresentCustomer> find(Brand brand, CustomerNo number, PresentCustomer.Parts parts);
}
