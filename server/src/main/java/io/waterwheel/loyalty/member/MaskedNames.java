package io.waterwheel.loyalty.member;

import io.waterwheel.customer.Customers;
import io.waterwheel.customer.Mask;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What members are called in front of others: what their names begin with.
@Component
public class MaskedNames {

    private static final String NAME = "name";

    private final Customers customers;

    MaskedNames(Customers customers) {
        this.customers = customers;
    }

    /// Those whose name nobody knows are left out.
    public Map<CustomerNo, String> of(Collection<CustomerNo> members) {
        Map<CustomerNo, String> masked = new HashMap<>();
        customers.templateValues(Set.copyOf(members), Set.of(NAME)).forEach((member, values) -> {
            String name = values.get(NAME);
            if (name != null) {
                masked.put(member, Mask.name(name));
            }
        });
        return masked;
    }

    /// @return null where nobody knows it
    public @Nullable String of(CustomerNo member) {
        return of(Set.of(member)).get(member);
    }
}
