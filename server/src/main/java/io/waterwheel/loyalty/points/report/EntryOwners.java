package io.waterwheel.loyalty.points.report;

import static io.waterwheel.loyalty.generated.Tables.ACCOUNT;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.member.MaskedNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whose the accounts are that bookings moved.
@Component
class EntryOwners {

    private final DSLContext database;
    private final MaskedNames names;

    EntryOwners(DSLContext database, MaskedNames names) {
        this.database = database;
        this.names = names;
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
        Map<CustomerNo, String> called = names.of(numbers.values());
        Map<Integer, Owner> owners = new HashMap<>();
        numbers.forEach((number, customer) -> owners.put(number, new Owner(customer, called.get(customer))));
        return owners;
    }
}
