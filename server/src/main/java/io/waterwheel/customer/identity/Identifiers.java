package io.waterwheel.customer.identity;

import static io.waterwheel.customer.generated.Tables.IDENTIFIER;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.privacy.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Looks identifiers up, both ways.
@Component
public class Identifiers {

    private final DSLContext database;
    private final Vault vault;

    Identifiers(DSLContext database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /// One identifier of a customer, in plain text.
    public record Known(IdentifierKind kind, String value, String source, Instant firstSeenAt) {}

    public Optional<CustomerNo> find(BrandId brand, Identifier identifier) {
        byte[] blind = IdentifierKey.of(brand, identifier).blind(vault);
        return database.select(IDENTIFIER.CUSTOMER_NO)
                .from(IDENTIFIER)
                .where(IDENTIFIER.BLIND.eq(blind))
                .fetchOptional(IDENTIFIER.CUSTOMER_NO)
                .map(CustomerNo::new);
    }

    public List<Known> of(CustomerNo customer) {
        return of(database, customer);
    }

    /// As a transaction sees them.
    public List<Known> of(DSLContext reader, CustomerNo customer) {
        return reader.selectFrom(IDENTIFIER)
                .where(IDENTIFIER.CUSTOMER_NO.eq(customer.value()))
                .orderBy(IDENTIFIER.FIRST_SEEN_AT, IDENTIFIER.KIND)
                .fetch(row -> new Known(
                        IdentifierKind.of(row.getKind()),
                        vault.open(row.getSealed()),
                        row.getSource(),
                        row.getFirstSeenAt()));
    }

    /// The blind index under which an identifier is found.
    public byte[] blind(BrandId brand, Identifier identifier) {
        return IdentifierKey.of(brand, identifier).blind(vault);
    }

    /// The plain values of one kind, for each customer the one seen last first.
    public Map<CustomerNo, List<String>> values(IdentifierKind kind, Collection<CustomerNo> customers) {
        Map<CustomerNo, List<String>> values = HashMap.newHashMap(customers.size());
        database.select(IDENTIFIER.CUSTOMER_NO, IDENTIFIER.SEALED)
                .from(IDENTIFIER)
                .where(IDENTIFIER.CUSTOMER_NO.eq(
                        DSL.any(customers.stream().map(CustomerNo::value).toArray(Integer[]::new))))
                .and(IDENTIFIER.KIND.eq(kind.code()))
                .orderBy(IDENTIFIER.FIRST_SEEN_AT.desc())
                .forEach(row -> values.computeIfAbsent(new CustomerNo(row.value1()), customer -> new ArrayList<>())
                        .add(vault.open(row.value2())));
        return values;
    }
}
