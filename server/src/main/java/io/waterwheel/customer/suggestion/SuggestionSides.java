package io.waterwheel.customer.suggestion;

import static io.waterwheel.customer.generated.Tables.PROFILE;
import static io.waterwheel.customer.generated.Tables.RELATION;

import io.waterwheel.customer.Mask;
import io.waterwheel.customer.identity.Identifiers;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.IdentifierKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows the two customers of a suggestion, masked, and what of theirs cannot belong to one person.
@Component
class SuggestionSides {

    /// Of these a person has one at most.
    private static final List<IdentifierKind> UNIQUE = Arrays.stream(IdentifierKind.values())
            .filter(IdentifierKind::unique)
            .toList();

    private static final int ADDRESS_SHOWN = 6;

    private final DSLContext database;
    private final Identifiers identifiers;
    private final PersonRecords people;

    SuggestionSides(DSLContext database, Identifiers identifiers, PersonRecords people) {
        this.database = database;
        this.identifiers = identifiers;
        this.people = people;
    }

    /// What a page of suggestions needs to know of its customers.
    record Sides(Map<CustomerNo, SuggestionSide> shown, Map<IdentifierKind, Map<CustomerNo, List<String>>> unique) {

        SuggestionSide of(CustomerNo customer) {
            SuggestionSide side = shown.get(customer);
            return side == null ? SuggestionSide.gone(customer) : side;
        }

        /// Kinds of which both have values and none in common.
        List<IdentifierKind> conflicts(CustomerNo left, CustomerNo right) {
            return UNIQUE.stream()
                    .filter(kind -> {
                        List<String> one = values(kind, left);
                        List<String> other = values(kind, right);
                        return !one.isEmpty() && !other.isEmpty() && Collections.disjoint(one, other);
                    })
                    .toList();
        }

        private List<String> values(IdentifierKind kind, CustomerNo customer) {
            return unique.getOrDefault(kind, Map.of()).getOrDefault(customer, List.of());
        }
    }

    Sides of(BrandId brand, Collection<CustomerNo> customers) {
        Map<CustomerNo, List<String>> phones = identifiers.values(IdentifierKind.PHONE, customers);
        Map<CustomerNo, List<String>> emails = identifiers.values(IdentifierKind.EMAIL, customers);
        Map<IdentifierKind, Map<CustomerNo, List<String>>> unique = new HashMap<>();
        UNIQUE.forEach(kind -> unique.put(kind, identifiers.values(kind, customers)));
        Map<CustomerNo, SuggestionSide> shown = new HashMap<>();
        database.select(RELATION.fields())
                .select(PROFILE.NAME, PROFILE.GENDER, PROFILE.BIRTHDAY, PROFILE.PROVINCE, PROFILE.CITY)
                .select(PersonRecords.address().as("address"))
                .from(RELATION)
                .join(PROFILE)
                .on(PROFILE.CUSTOMER_NO.eq(RELATION.CUSTOMER_NO))
                .where(RELATION.BRAND_ID.eq(brand.value()))
                .and(RELATION.CUSTOMER_NO.eq(
                        DSL.any(customers.stream().map(CustomerNo::value).toArray(Integer[]::new))))
                .forEach(row -> {
                    CustomerNo customer = new CustomerNo(row.get(RELATION.CUSTOMER_NO));
                    shown.put(
                            customer,
                            side(
                                    row,
                                    customer,
                                    masked(IdentifierKind.PHONE, phones.get(customer)),
                                    masked(IdentifierKind.EMAIL, emails.get(customer)),
                                    masked(
                                            IdentifierKind.MEMBER_NO,
                                            unique.getOrDefault(IdentifierKind.MEMBER_NO, Map.of())
                                                    .get(customer))));
                });
        return new Sides(shown, unique);
    }

    private SuggestionSide side(
            Record row, CustomerNo customer, List<String> phones, List<String> emails, List<String> memberNos) {
        return new SuggestionSide(
                customer,
                row.get(PROFILE.NAME),
                row.get(PROFILE.GENDER),
                row.get(PROFILE.BIRTHDAY),
                row.get(PROFILE.PROVINCE),
                row.get(PROFILE.CITY),
                maskedAddress(people.open(row.get("address", String.class))),
                phones,
                emails,
                memberNos,
                row.get(RELATION.ORDERS),
                row.get(RELATION.GROSS_SALES) - row.get(RELATION.REFUNDED),
                row.get(RELATION.FIRST_SEEN_AT),
                row.get(RELATION.LAST_SEEN_AT));
    }

    private static List<String> masked(IdentifierKind kind, @Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream().map(value -> Mask.of(kind, value)).toList();
    }

    /// The town and the beginning of a street at most.
    private static @Nullable String maskedAddress(@Nullable String address) {
        return address == null ? null : address.substring(0, Math.min(ADDRESS_SHOWN, address.length() / 2)) + "****";
    }
}
