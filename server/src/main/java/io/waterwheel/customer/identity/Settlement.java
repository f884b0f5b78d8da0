package io.waterwheel.customer.identity;

import io.waterwheel.customer.identity.graph.Link;
import io.waterwheel.customer.identity.graph.Node;
import io.waterwheel.customer.identity.graph.Partition;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Works out what new links mean for who is who, and has it carried out.
///
/// Most links come with an identifier nobody has seen before and cost no look-up. A link between people who are known
/// costs their neighbourhood. Customers that only grow together are joined; as soon as one would come apart, all that
/// are concerned are worked out anew, with everything that bears on them.
final class Settlement {

    private final KnownIdentifiers known;
    private final CustomerChanges changes;

    Settlement(KnownIdentifiers known, CustomerChanges changes) {
        this.known = known;
        this.changes = changes;
    }

    List<NewEvent> settle(
            DSLContext transaction, Collection<NamedTogether> news, NewIdentifiers fresh, Decisions.Decided decided) {
        if (news.isEmpty() && decided.customers().isEmpty()) {
            return List.of();
        }
        Map<Integer, Integer> owners = owners(news, fresh);
        List<NamedTogether> joining = news.stream()
                .filter(named -> !owners.containsKey(named.one().no) && !owners.containsKey(named.other().no))
                .toList();
        List<Merge> merges = decided.customers().isEmpty() ? merges(transaction, joining, fresh) : null;
        if (merges == null) {
            return anew(transaction, news, fresh, decided);
        }
        Map<Integer, Integer> into = new HashMap<>();
        merges.forEach(merge -> into.put(merge.from(), merge.into()));
        owners.forEach((browser, customer) -> fresh.get(browser).customer = into.getOrDefault(customer, customer));
        return merges.isEmpty()
                ? List.of()
                : changes.merge(transaction, merges, joining.getFirst().brand(), known);
    }

    /// The customers of browsers never seen before that were named with one known customer alone: they are theirs,
    /// whoever they turn out to be, and need no look-up.
    private static Map<Integer, Integer> owners(Collection<NamedTogether> news, NewIdentifiers fresh) {
        Map<Integer, Integer> owners = new HashMap<>();
        Set<Integer> unclear = new HashSet<>();
        for (NamedTogether named : news) {
            note(named.one(), named.other(), fresh, owners, unclear);
            note(named.other(), named.one(), fresh, owners, unclear);
        }
        owners.keySet().removeAll(unclear);
        return owners;
    }

    private static void note(
            KnownIdentifier browser,
            KnownIdentifier owner,
            NewIdentifiers fresh,
            Map<Integer, Integer> owners,
            Set<Integer> unclear) {
        if (browser.kind != IdentifierKind.ANONYMOUS_ID || !fresh.has(browser.no)) {
            return;
        }
        boolean known = owner.kind != IdentifierKind.ANONYMOUS_ID && !fresh.has(owner.no) && !owner.shared;
        Integer before = known ? owners.putIfAbsent(browser.no, owner.customer) : null;
        if (!known || (before != null && before != owner.customer)) {
            unclear.add(browser.no);
        }
    }

    /// @return the customers that end, null when one would come apart
    private @Nullable List<Merge> merges(DSLContext transaction, List<NamedTogether> joining, NewIdentifiers fresh) {
        Set<Integer> customers = new HashSet<>();
        Set<Integer> browsers = new HashSet<>();
        for (NamedTogether named : joining) {
            for (KnownIdentifier end : List.of(named.one(), named.other())) {
                if (!fresh.has(end.no)) {
                    customers.add(end.customer);
                    if (end.kind == IdentifierKind.ANONYMOUS_ID) {
                        browsers.add(end.no);
                    }
                }
            }
        }
        Neighbourhood around = Neighbourhood.of(transaction, customers, browsers, false);
        Whole whole = Whole.of(around, joining, fresh);
        if (whole.partition.newlyShared()) {
            return null;
        }
        // Which groups each customer's identifiers are in now, and the smallest customer of each group.
        Map<Integer, Integer> groupOf = new HashMap<>();
        Map<Integer, Integer> smallest = new HashMap<>();
        for (Node node : around.nodes()) {
            int group = whole.partition.customer(node.no());
            Integer before = groupOf.put(node.customer(), group);
            if (before != null && before != group) {
                return null;
            }
            smallest.merge(group, node.customer(), Math::min);
        }
        for (Node node : whole.freshNodes) {
            int group = whole.partition.customer(node.no());
            fresh.get(node.no()).customer = smallest.getOrDefault(group, group);
        }
        Map<Integer, Link> evidence = evidence(whole);
        List<Merge> merges = new ArrayList<>();
        groupOf.forEach((customer, group) -> {
            int kept = smallest.getOrDefault(group, customer);
            if (kept != customer) {
                merges.add(new Merge(customer, kept, whole.evidence(evidence.get(customer))));
            }
        });
        return merges;
    }

    /// For each customer a link that holds it together with what was another's, or nobody's.
    private static Map<Integer, Link> evidence(Whole whole) {
        Map<Integer, Link> evidence = new HashMap<>();
        for (Link link : whole.partition.joining()) {
            int low = whole.node(link.low()).customer();
            int high = whole.node(link.high()).customer();
            if (low != high) {
                evidence.putIfAbsent(low, link);
                evidence.putIfAbsent(high, link);
            }
        }
        return evidence;
    }

    private List<NewEvent> anew(
            DSLContext transaction, Collection<NamedTogether> news, NewIdentifiers fresh, Decisions.Decided decided) {
        Set<Integer> customers = new HashSet<>(decided.customers());
        for (NamedTogether named : news) {
            for (KnownIdentifier end : List.of(named.one(), named.other())) {
                if (!fresh.has(end.no)) {
                    customers.add(end.customer);
                }
            }
        }
        Neighbourhood around = Neighbourhood.of(transaction, customers, Set.of(), true);
        Whole whole = Whole.of(around, news, fresh);
        for (Node node : whole.freshNodes) {
            KnownIdentifier identifier = fresh.get(node.no());
            identifier.customer = whole.partition.customer(node.no());
            identifier.shared = whole.partition.shared(node.no());
        }
        return changes.rearrange(
                transaction, around.nodes(), whole.partition, decided.decisions(), decided.brand(news), known);
    }

    /// What is stored and what is new, as one.
    private record Whole(Partition partition, Map<Integer, Node> nodes, List<Node> freshNodes) {

        static Whole of(Neighbourhood around, Collection<NamedTogether> news, NewIdentifiers fresh) {
            Map<Integer, Node> nodes = new TreeMap<>();
            Map<Integer, Node> freshNodes = new TreeMap<>();
            Map<Long, Link> links = new HashMap<>();
            around.nodes().forEach(node -> nodes.put(node.no(), node));
            around.links().forEach(link -> links.put(link.pair(), link));
            for (NamedTogether named : news) {
                links.merge(named.link().pair(), named.link(), Link::with);
                for (KnownIdentifier end : List.of(named.one(), named.other())) {
                    if (fresh.has(end.no)) {
                        freshNodes.put(end.no, fresh.node(end.no));
                    }
                }
            }
            nodes.putAll(freshNodes);
            Partition partition = Partition.of(nodes.values(), links.values(), around.separations());
            return new Whole(partition, nodes, List.copyOf(freshNodes.values()));
        }

        Node node(int no) {
            Node node = nodes.get(no);
            if (node == null) {
                throw new IllegalArgumentException("number " + no + " was not looked up");
            }
            return node;
        }

        @Nullable
        Evidence evidence(@Nullable Link link) {
            return link == null
                    ? null
                    : new Evidence(
                            link, node(link.low()).kind(), node(link.high()).kind());
        }
    }
}
