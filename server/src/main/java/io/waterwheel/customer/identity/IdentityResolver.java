package io.waterwheel.customer.identity;

import static io.waterwheel.customer.generated.Tables.IDENTIFIER;

import io.waterwheel.customer.identity.graph.Link;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.event.SubjectResolver;
import io.waterwheel.kernel.privacy.Vault;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds or makes the customer of each event of a batch. Called only by the log's one writer, inside its transaction,
/// so two batches never make two customers of one person.
///
/// What is named together is linked; the links say who is one person ([io.waterwheel.customer.identity.graph]), and
/// when that changes, customers merge or come apart before the batch is written.
@Component
class IdentityResolver implements SubjectResolver {

    private static final Comparator<KnownIdentifier> BEST = Comparator.comparing(
                    (KnownIdentifier identifier) -> identifier.shared)
            .thenComparing(identifier -> identifier.kind.strength());

    /// Of two identifiers of one kind, which names the customer is a matter of their values, not of which came first.
    private static final Comparator<Identifier> BY_VALUE = Comparator.comparing(Identifier::value);

    private final Vault vault;
    private final InstantSource clock;
    private final KnownIdentifiers known;
    private final KnownLinks links = new KnownLinks();
    private final Settlement settlement;
    private final Decisions decisions;
    private final CustomerChanges changes;

    IdentityResolver(Vault vault, InstantSource clock, CustomerChanges changes, Decisions decisions) {
        this.vault = vault;
        this.clock = clock;
        this.known = new KnownIdentifiers(vault);
        this.settlement = new Settlement(known, changes);
        this.decisions = decisions;
        this.changes = changes;
    }

    @Override
    public Resolution resolve(DSLContext transaction, List<NewEvent> events) {
        known.refresh(transaction);
        Map<IdentifierKey, KnownIdentifier> identifiers = known.find(transaction, keys(events));
        NewIdentifiers fresh = new NewIdentifiers(transaction, vault, clock);
        Map<Long, NamedTogether> together = new HashMap<>();
        List<@Nullable KnownIdentifier> naming = new ArrayList<>(events.size());
        for (NewEvent event : events) {
            naming.add(
                    event.subject() instanceof Subject.Identified(List<Identifier> named)
                            ? name(event, named, identifiers, fresh, together)
                            : null);
        }
        Decisions.Decided decided = decisions.carryOut(transaction, events);
        decided.links().forEach(one -> together.put(one.link().pair(), one));
        Collection<NamedTogether> news = links.news(transaction, together, fresh.from());
        List<NewEvent> consequences = settlement.settle(transaction, news, fresh, decided);
        fresh.write();
        links.write(transaction, news);
        return new Resolution(subjects(transaction, events, naming), consequences);
    }

    /// Makes what is unknown, and notes what the event names together.
    ///
    /// @return the identifier that names the customer best
    private KnownIdentifier name(
            NewEvent event,
            List<Identifier> named,
            Map<IdentifierKey, KnownIdentifier> identifiers,
            NewIdentifiers fresh,
            Map<Long, NamedTogether> together) {
        if (named.size() == 1) {
            return find(event, named.getFirst(), identifiers, fresh);
        }
        List<KnownIdentifier> ends = new ArrayList<>(named.size());
        for (Identifier identifier : named.stream().sorted(BY_VALUE).toList()) {
            ends.add(find(event, identifier, identifiers, fresh));
        }
        // Every pair, also of those that are known to be shared: which links there are must not hang on what was known
        // when an event came.
        for (int i = 0; i < ends.size(); i++) {
            for (int j = i + 1; j < ends.size(); j++) {
                if (ends.get(i).no != ends.get(j).no) {
                    NamedTogether pair = NamedTogether.of(
                            ends.get(i), ends.get(j), Link.How.TOGETHER, event.source(), event.at(), event.brand());
                    together.merge(pair.link().pair(), pair, NamedTogether::with);
                }
            }
        }
        return ends.stream().min(BEST).orElseThrow();
    }

    private KnownIdentifier find(
            NewEvent event,
            Identifier identifier,
            Map<IdentifierKey, KnownIdentifier> identifiers,
            NewIdentifiers fresh) {
        IdentifierKey key = IdentifierKey.of(event.brand(), identifier);
        KnownIdentifier found = identifiers.get(key);
        if (found == null) {
            found = fresh.add(key, event.source());
            identifiers.put(key, found);
            known.remember(key, found);
        }
        return found;
    }

    private static Set<IdentifierKey> keys(List<NewEvent> events) {
        Set<IdentifierKey> keys = new LinkedHashSet<>();
        for (NewEvent event : events) {
            if (event.subject() instanceof Subject.Identified(List<Identifier> identifiers)) {
                BrandId brand = event.brand();
                for (Identifier identifier : identifiers) {
                    keys.add(IdentifierKey.of(brand, identifier));
                }
            }
        }
        return keys;
    }

    private List<@Nullable Resolved> subjects(
            DSLContext transaction, List<NewEvent> events, List<@Nullable KnownIdentifier> naming) {
        Set<CustomerNo> numbers = new LinkedHashSet<>();
        for (NewEvent event : events) {
            if (event.subject() instanceof Subject.Known(CustomerNo customer)) {
                numbers.add(customer);
            }
        }
        Map<CustomerNo, CustomerNo> current = current(transaction, numbers);
        List<@Nullable Resolved> subjects = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            KnownIdentifier best = naming.get(i);
            subjects.add(
                    switch (events.get(i).subject()) {
                        case Subject.Nobody() -> null;
                        case Subject.Known(CustomerNo customer) ->
                            new Resolved(customer, current.getOrDefault(customer, customer));
                        case Subject.Identified identified ->
                            best == null ? null : new Resolved(new CustomerNo(best.no), new CustomerNo(best.customer));
                    });
        }
        return subjects;
    }

    @Override
    public Map<CustomerNo, CustomerNo> current(DSLContext database, Collection<CustomerNo> numbers) {
        Map<CustomerNo, CustomerNo> current = HashMap.newHashMap(numbers.size());
        if (!numbers.isEmpty()) {
            database.select(IDENTIFIER.NO, IDENTIFIER.CUSTOMER_NO)
                    .from(IDENTIFIER)
                    .where(IDENTIFIER.NO.eq(
                            DSL.any(numbers.stream().map(CustomerNo::value).toArray(Integer[]::new))))
                    .forEach(row -> current.put(new CustomerNo(row.value1()), new CustomerNo(row.value2())));
            numbers.forEach(number -> current.putIfAbsent(number, number));
        }
        return current;
    }

    @Override
    public void renew(DSLContext transaction, Collection<CustomerNo> numbers) {
        if (!numbers.isEmpty()) {
            changes.renew(transaction, Set.copyOf(current(transaction, numbers).values()));
        }
    }

    @Override
    public void forget() {
        known.forget();
        links.forget();
    }
}
