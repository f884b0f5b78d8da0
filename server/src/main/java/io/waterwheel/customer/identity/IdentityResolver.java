package io.waterwheel.customer.identity;

import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.customer.generated.Tables.PROFILE;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.CopyRows;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.event.SubjectResolver;
import io.waterwheel.kernel.privacy.Vault;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds or makes the customer of each event of a batch. Called only by the log's one writer, inside its
/// transaction, so two batches never make two customers of one person.
@Component
class IdentityResolver implements SubjectResolver {

    private static final int REMEMBERED_MOST = 1_000_000;

    private final Vault vault;
    private final InstantSource clock;

    /// Kept only for identifiers that are committed: the writer calls [#forget] when a transaction fails.
    private final Cache<IdentifierKey, CustomerNo> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED_MOST).build();

    IdentityResolver(Vault vault, InstantSource clock) {
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public List<@Nullable CustomerNo> resolve(DSLContext transaction, List<NewEvent> events) {
        Map<IdentifierKey, CustomerNo> known = known(transaction, events);
        Set<CustomerNo> named = named(transaction, events, known);
        NewCustomers fresh = new NewCustomers(transaction);
        List<@Nullable CustomerNo> customers = new ArrayList<>(events.size());
        for (NewEvent event : events) {
            customers.add(
                    switch (event.subject()) {
                        case Subject.Nobody() -> null;
                        case Subject.Known(CustomerNo customer) -> customer;
                        case Subject.Identified(List<Identifier> identifiers) ->
                            resolve(event, identifiers, known, named, fresh);
                    });
        }
        fresh.write();
        return customers;
    }

    @Override
    public void forget() {
        remembered.invalidateAll();
    }

    /// The first identifier that is known decides, strongest kind first; those still unknown join that customer. A
    /// browser alone does not decide when someone new is named on it and it belongs to a named customer already:
    /// then two people share it. A browser that was nobody's so far brings its history along.
    private CustomerNo resolve(
            NewEvent event,
            List<Identifier> identifiers,
            Map<IdentifierKey, CustomerNo> known,
            Set<CustomerNo> named,
            NewCustomers fresh) {
        boolean naming = naming(identifiers);
        CustomerNo customer = null;
        for (Identifier identifier : strongestFirst(identifiers)) {
            customer = known.get(IdentifierKey.of(event.brand(), identifier));
            boolean shared = naming && identifier.kind() == IdentifierKind.ANONYMOUS_ID && named.contains(customer);
            if (shared) {
                customer = null;
            } else if (customer != null) {
                break;
            }
        }
        if (customer == null) {
            customer = fresh.add();
        }
        for (Identifier identifier : identifiers) {
            IdentifierKey key = IdentifierKey.of(event.brand(), identifier);
            if (known.putIfAbsent(key, customer) == null) {
                fresh.identify(key, customer, event.source());
                remembered.put(key, customer);
            }
        }
        if (naming) {
            named.add(customer);
        }
        return customer;
    }

    /// Of the customers that browsers in these events belong to, those who also have a stronger identifier.
    private static Set<CustomerNo> named(
            DSLContext transaction, List<NewEvent> events, Map<IdentifierKey, CustomerNo> known) {
        Set<Integer> browsing = new HashSet<>();
        for (NewEvent event : events) {
            if (event.subject() instanceof Subject.Identified(List<Identifier> identifiers) && naming(identifiers)) {
                for (Identifier identifier : identifiers) {
                    CustomerNo customer = known.get(IdentifierKey.of(event.brand(), identifier));
                    if (customer != null && identifier.kind() == IdentifierKind.ANONYMOUS_ID) {
                        browsing.add(customer.value());
                    }
                }
            }
        }
        Set<CustomerNo> named = new HashSet<>();
        if (!browsing.isEmpty()) {
            transaction
                    .selectDistinct(IDENTIFIER.CUSTOMER_NO)
                    .from(IDENTIFIER)
                    .where(IDENTIFIER.CUSTOMER_NO.eq(DSL.any(browsing.toArray(Integer[]::new))))
                    .and(IDENTIFIER.KIND.ne(IdentifierKind.ANONYMOUS_ID.code()))
                    .forEach(row -> named.add(new CustomerNo(row.value1())));
        }
        return named;
    }

    private static boolean naming(List<Identifier> identifiers) {
        return identifiers.size() > 1
                && identifiers.stream().anyMatch(identifier -> identifier.kind() != IdentifierKind.ANONYMOUS_ID);
    }

    private static List<Identifier> strongestFirst(List<Identifier> identifiers) {
        return identifiers.size() == 1
                ? identifiers
                : identifiers.stream()
                        .sorted(java.util.Comparator.comparing(Identifier::kind))
                        .toList();
    }

    private Map<IdentifierKey, CustomerNo> known(DSLContext transaction, List<NewEvent> events) {
        Map<IdentifierKey, CustomerNo> known = new HashMap<>();
        Map<ByteBuffer, IdentifierKey> asked = new LinkedHashMap<>();
        Set<IdentifierKey> unknown = new HashSet<>();
        for (NewEvent event : events) {
            if (event.subject() instanceof Subject.Identified(List<Identifier> identifiers)) {
                for (Identifier identifier : identifiers) {
                    IdentifierKey key = IdentifierKey.of(event.brand(), identifier);
                    CustomerNo customer = remembered.getIfPresent(key);
                    if (customer != null) {
                        known.put(key, customer);
                    } else if (unknown.add(key)) {
                        asked.put(ByteBuffer.wrap(key.blind(vault)), key);
                    }
                }
            }
        }
        if (!asked.isEmpty()) {
            byte[][] blinds = asked.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new);
            transaction
                    .select(IDENTIFIER.BLIND, IDENTIFIER.CUSTOMER_NO)
                    .from(IDENTIFIER)
                    .where(IDENTIFIER.BLIND.eq(DSL.any(blinds)))
                    .forEach(row -> {
                        IdentifierKey key = asked.get(ByteBuffer.wrap(row.value1()));
                        if (key != null) {
                            CustomerNo customer = new CustomerNo(row.value2());
                            known.put(key, customer);
                            remembered.put(key, customer);
                        }
                    });
        }
        return known;
    }

    /// The customers and identifiers that a batch brings, written at its end in two COPY statements.
    private final class NewCustomers {

        private final DSLContext transaction;
        private final CopyRows customers = new CopyRows();
        private final CopyRows identifiers = new CopyRows();
        private int newest = -1;
        private boolean anyone;
        private boolean anything;

        NewCustomers(DSLContext transaction) {
            this.transaction = transaction;
        }

        CustomerNo add() {
            if (newest < 0) {
                Integer max = transaction
                        .select(DSL.max(PROFILE.CUSTOMER_NO))
                        .from(PROFILE)
                        .fetchOneInto(Integer.class);
                newest = max == null ? 0 : max;
            }
            newest++;
            customers.column(newest).column(clock.instant()).end();
            anyone = true;
            return new CustomerNo(newest);
        }

        void identify(IdentifierKey key, CustomerNo customer, String source) {
            identifiers
                    .column(key.identifier().kind().code())
                    .column("\\x" + HexFormat.of().formatHex(key.blind(vault)))
                    .column(vault.seal(key.identifier().value()))
                    .column(customer.value())
                    .column(source)
                    .column(clock.instant())
                    .end();
            anything = true;
        }

        void write() {
            if (anyone) {
                customers.send(transaction, "customer.profile (customer_no, created_at)");
            }
            if (anything) {
                identifiers.send(
                        transaction, "customer.identifier (kind, blind, sealed, customer_no, source, first_seen_at)");
            }
        }
    }
}
