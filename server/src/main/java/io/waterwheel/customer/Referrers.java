package io.waterwheel.customer;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.Map;

/// Who brought whom.
public interface Referrers {

    /// The first who brought each; nobody brings themselves. Who was brought by nobody that is known is left out.
    Map<CustomerNo, CustomerNo> referrers(BrandId brand, Collection<CustomerNo> customers);
}
