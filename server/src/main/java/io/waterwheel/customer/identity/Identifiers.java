package io.waterwheel.customer.identity;

import static io.waterwheel.customer.generated.Tables.IDENTIFIER;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.privacy.Vault;
import java.nio.ByteBuffer;
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

    /// The customers of values of one kind, by value; those nobody has are left out.
    public Map<String, CustomerNo> find(BrandId brand, IdentifierKind kind, Collection<String> values) {
        Map<ByteBuffer, String> byBlind = HashMap.newHashMap(values.size());
        values.forEach(value -> byBlind.put(
                ByteBuffer.wrap(
                        IdentifierKey.of(brand, new Identifier(kind, value)).blind(vault)),
                value));
        Map<String, CustomerNo> found = HashMap.newHashMap(values.size());
        database.select(IDENTIFIER.BLIND, IDENTIFIER.CUSTOMER_NO)
                .from(IDENTIFIER)
                .where(IDENTIFIER.BLIND.eq(
                        DSL.any(byBlind.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new))))
                .and(IDENTIFIER.KIND.eq(kind.code()))
                .forEach(row -> {
                    String value = byBlind.get(ByteBuffer.wrap(row.value1()));
                    if (value != null) {
                        found.put(value, new CustomerNo(row.value2()));
                    }
                });
        return found;
    }

    public List<Known> of(CustomerNo customer) {
        return database.selectFrom(IDENTIFIER)
                .where(IDENTIFIER.CUSTOMER_NO.eq(customer.value()))
                .orderBy(IDENTIFIER.FIRST_SEEN_AT, IDENTIFIER.KIND)
                .fetch(row -> new Known(
                        IdentifierKind.of(row.getKind()),
                        vault.open(row.getSealed()),
                        row.getSource(),
                        row.getFirstSeenAt()));
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
