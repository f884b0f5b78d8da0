package io.waterwheel.customer.person;

import static io.waterwheel.customer.generated.Tables.IDENTIFIER;

import io.waterwheel.customer.Person;
import io.waterwheel.customer.identity.Identifiers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.privacy.Vault;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Gathers under which numbers and identifiers a customer may be known, and keeps that sealed for work that outlives
/// the identifiers.
@Component
class Persons {

    private final Identifiers identifiers;
    private final Vault vault;
    private final JsonMapper json;

    Persons(Identifiers identifiers, Vault vault, JsonMapper json) {
        this.identifiers = identifiers;
        this.vault = vault;
        this.json = json;
    }

    private record Kept(int customer, List<Integer> numbers, List<Named> identifiers) {}

    private record Named(String kind, String value) {}

    Person of(DSLContext transaction, CustomerNo customer) {
        Set<CustomerNo> numbers = transaction
                .select(IDENTIFIER.NO)
                .from(IDENTIFIER)
                .where(IDENTIFIER.CUSTOMER_NO.eq(customer.value()))
                .fetchSet(row -> new CustomerNo(row.value1()));
        numbers.add(customer);
        return new Person(
                customer,
                numbers,
                identifiers.of(transaction, customer).stream()
                        .map(known -> new Identifier(known.kind(), known.value()))
                        .toList());
    }

    String write(Person person) {
        return vault.seal(json.writeValueAsString(new Kept(
                person.customer().value(),
                List.of(person.numberArray()),
                person.identifiers().stream()
                        .map(one -> new Named(one.kind().code(), one.value()))
                        .toList())));
    }

    Person read(String sealed) {
        Kept kept = json.readValue(vault.open(sealed), Kept.class);
        return new Person(
                new CustomerNo(kept.customer()),
                kept.numbers().stream().map(CustomerNo::new).collect(Collectors.toSet()),
                kept.identifiers().stream()
                        .map(one -> new Identifier(IdentifierKind.of(one.kind()), one.value()))
                        .toList());
    }
}
