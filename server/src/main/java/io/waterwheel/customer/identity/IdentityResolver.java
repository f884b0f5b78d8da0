package io.waterwheel.customer.identity;

import static io.waterwheel.customer.generated.Tables.IDENTIFIER;

import io.waterwheel.customer.identity.graph.Link;
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
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
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
    private static final Comparator<Identifier> STRONGEST_FIRST = Comparator.comparing(
                    (Identifier identifier) -> identifier.kind().strength())
            .thenComparing(Identifier::value);

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
        NewIdentifiers fresh = new NewIdentifiers(transaction, vault, clock);
        Iterator<KnownIdentifier> ends = ends(transaction, events, fresh).iterator();
        Map<Long, NamedTogether> together = new HashMap<>();
        List<@Nullable KnownIdentifier> naming = new ArrayList<>(events.size());
        for (NewEvent event : events) {
            naming.add(
                    event.subject() instanceof Subject.Identified(List<Identifier> named)
                            ? name(event, named.size(), ends, together)
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

    /// Finds or makes the identifiers that events name, one after the other.
    private List<KnownIdentifier> ends(DSLContext transaction, List<NewEvent> events, NewIdentifiers fresh) {
        List<@Nullable KnownIdentifier> remembered = new ArrayList<>(events.size());
        Set<IdentifierKey> unknown = new LinkedHashSet<>();
        named(events, (event, key) -> {
            KnownIdentifier one = known.remembered(key);
            remembered.add(one);
            if (one == null) {
                unknown.add(key);
            }
        });
        Map<IdentifierKey, KnownIdentifier> found = known.find(transaction, unknown);
        List<KnownIdentifier> ends = new ArrayList<>(remembered.size());
        Iterator<@Nullable KnownIdentifier> next = remembered.iterator();
        named(events, (event, key) -> {
            KnownIdentifier one = next.next();
            ends.add(one != null ? one : found.computeIfAbsent(key, absent -> make(absent, event, fresh)));
        });
        return ends;
    }

    private static void named(List<NewEvent> events, BiConsumer<NewEvent, IdentifierKey> visitor) {
        for (NewEvent event : events) {
            if (event.subject() instanceof Subject.Identified(List<Identifier> identifiers)) {
                for (Identifier identifier : strongestFirst(identifiers)) {
                    visitor.accept(event, IdentifierKey.of(event.brand(), identifier));
                }
            }
        }
    }

    private static List<Identifier> strongestFirst(List<Identifier> identifiers) {
        return identifiers.size() == 1
                ? identifiers
                : identifiers.stream().sorted(STRONGEST_FIRST).toList();
    }

    private KnownIdentifier make(IdentifierKey key, NewEvent event, NewIdentifiers fresh) {
        KnownIdentifier made = fresh.add(key, event.source());
        known.remember(key, made);
        return made;
    }

    /// Notes what the event names together.
    ///
    /// @param all the next are those of this event
    /// @return the identifier that names the customer best
    private static KnownIdentifier name(
            NewEvent event, int named, Iterator<KnownIdentifier> all, Map<Long, NamedTogether> together) {
        if (named == 1) {
            return all.next();
        }
        Set<KnownIdentifier> distinct = new LinkedHashSet<>();
        for (int i = 0; i < named; i++) {
            distinct.add(all.next());
        }
        List<KnownIdentifier> ends = List.copyOf(distinct);
        // Every pair, also of those that are known to be shared: which links there are must not hang on what was known
        // when an event came.
        for (int i = 0; i < ends.size(); i++) {
            for (int j = i + 1; j < ends.size(); j++) {
                NamedTogether pair = NamedTogether.of(
                        ends.get(i), ends.get(j), Link.How.TOGETHER, event.source(), event.at(), event.brand());
                together.merge(pair.link().pair(), pair, NamedTogether::with);
            }
        }
        return ends.stream().min(BEST).orElseThrow();
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
