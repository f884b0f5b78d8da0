package io.waterwheel.loyalty.points.report;

import static io.waterwheel.loyalty.generated.Tables.ACCOUNT;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.customer.Mask;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whose the accounts are that bookings moved.
@Component
class EntryOwners {

    private static final String NAME = "name";

    private final DSLContext database;
    private final Customers customers;

    EntryOwners(DSLContext database, Customers customers) {
        this.database = database;
        this.customers = customers;
    }

    /// @param name masked; null where none is known
    record Owner(CustomerNo customer, @Nullable String name) {}

    /// By the number an account was opened under; nobody for who was forgotten.
    Map<Integer, Owner> of(Brand brand, Collection<Integer> opened) {
        if (opened.isEmpty()) {
            return Map.of();
        }
        Map<Integer, CustomerNo> numbers = database.select(ACCOUNT.OPENED_NO, ACCOUNT.CUSTOMER_NO)
                .from(ACCOUNT)
                .where(
                        ACCOUNT.BRAND_ID.eq(brand.id().value()),
                        ACCOUNT.OPENED_NO.eq(DSL.any(opened.toArray(Integer[]::new))))
                .fetchMap(ACCOUNT.OPENED_NO, row -> new CustomerNo(row.value2()));
        Map<CustomerNo, Map<String, String>> names =
                customers.templateValues(new HashSet<>(numbers.values()), Set.of(NAME));
        Map<Integer, Owner> owners = new HashMap<>();
        numbers.forEach((number, customer) -> {
            String name = names.getOrDefault(customer, Map.of()).get(NAME);
            owners.put(number, new Owner(customer, name == null ? null : Mask.name(name)));
        });
        return owners;
    }
}
