package io.waterwheel.intake.eventcatalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.privacy.PersonalFields;
import java.util.HashSet;
import java.util.Set;

/// Finds values that tell of nobody, because several customers have them. Remembered in memory alone and forgotten
/// at a restart: a value that is not yet known to be shared is written nowhere.
final class SharedValues {

    private static final int CUSTOMERS_LEAST = 3;
    private static final int LONGEST = 40;

    private record Value(BrandId brand, String name, String property, String value) {}

    private final Cache<Value, Set<CustomerNo>> seen =
            Caffeine.newBuilder().maximumSize(20_000).build();

    /// @return whether so many different customers have had it by now
    boolean shared(BrandId brand, String name, String property, String value, CustomerNo customer) {
        if (value.length() > LONGEST || PersonalFields.telling(value)) {
            return false;
        }
        Set<CustomerNo> customers = seen.get(new Value(brand, name, property, value), absent -> new HashSet<>());
        synchronized (customers) {
            if (customers.size() < CUSTOMERS_LEAST) {
                customers.add(customer);
            }
            return customers.size() >= CUSTOMERS_LEAST;
        }
    }
}
