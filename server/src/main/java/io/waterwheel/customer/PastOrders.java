package io.waterwheel.customer;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;

/// What one customer bought and gave back, for themselves to read.
public interface PastOrders {

    /// Newest first.
    Page<PastOrder> page(Brand brand, CustomerNo customer, PageRequest request);
}
