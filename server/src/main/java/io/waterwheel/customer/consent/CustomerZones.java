package io.waterwheel.customer.consent;

import static io.waterwheel.customer.generated.Tables.PROFILE;

import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.kernel.CustomerNo;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Where it is which time for a customer: the attribute `timezone`, an IANA name or an offset.
@Component
public class CustomerZones {

    private static final Field<String> ZONE =
            DSL.field("{0} -> 'timezone' ->> 'value'", String.class, PROFILE.ATTRIBUTES);

    private final DSLContext database;

    CustomerZones(DSLContext database) {
        this.database = database;
    }

    public Map<CustomerNo, ZoneId> of(Collection<CustomerNo> customers) {
        Map<CustomerNo, ZoneId> zones = new HashMap<>();
        Map<String, Optional<ZoneId>> known = new HashMap<>();
        if (!customers.isEmpty()) {
            database.select(PROFILE.CUSTOMER_NO, ZONE)
                    .from(PROFILE)
                    .where(PROFILE.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                    .and(ZONE.isNotNull())
                    .forEach(row -> known.computeIfAbsent(row.value2(), CustomerZones::read)
                            .ifPresent(zone -> zones.put(new CustomerNo(row.value1()), zone)));
        }
        return zones;
    }

    private static Optional<ZoneId> read(String name) {
        try {
            return Optional.of(ZoneId.of(name.strip()));
        } catch (DateTimeException notAZone) {
            return Optional.empty();
        }
    }
}
