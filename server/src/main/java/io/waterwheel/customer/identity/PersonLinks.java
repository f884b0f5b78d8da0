package io.waterwheel.customer.identity;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What people decide about who is who.
@Component
public class PersonLinks {

    /// Two customers are one person, whatever speaks against it.
    public void link(Brand brand, CustomerNo one, CustomerNo other, @Nullable String why) {}
}
