package io.waterwheel.customer.identity;

import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.customer.generated.Tables.LINK;
import static io.waterwheel.customer.generated.Tables.SEPARATION;

import io.waterwheel.customer.identity.graph.Link;
import io.waterwheel.customer.identity.graph.Node;
import io.waterwheel.customer.identity.graph.Separation;
import io.waterwheel.kernel.event.IdentifierKind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Everything that bears on who some customers are: their identifiers, all links of these, and whoever hangs on the
/// other end, to the last link.
final class Neighbourhood {

    private final DSLContext database;
    private final boolean browsers;
    private final Map<Integer, Node> nodes = new TreeMap<>();
    private final Map<Long, Link> links = new HashMap<>();

    private Neighbourhood(DSLContext database, boolean browsers) {
        this.database = database;
        this.browsers = browsers;
    }

    /// @param browsers whether anonymous ids are wanted, of which a customer may have thousands; without them customers
    ///                 merge as they do with them, since a browser joins nobody who has a name
    /// @param also     numbers that are wanted in any case
    static Neighbourhood of(
            DSLContext database, Collection<Integer> customers, Collection<Integer> also, boolean browsers) {
        Neighbourhood found = new Neighbourhood(database, browsers);
        found.load(new HashSet<>(customers), new HashSet<>(also));
        return found;
    }

    Collection<Node> nodes() {
        return nodes.values();
    }

    Collection<Link> links() {
        return links.values();
    }

    List<Separation> separations() {
        Map<Long, Set<Integer>> left = new HashMap<>();
        Map<Long, Set<Integer>> right = new HashMap<>();
        database.selectFrom(SEPARATION)
                .where(SEPARATION.NO.eq(DSL.any(nodes.keySet().toArray(Integer[]::new))))
                .forEach(row -> (row.getSide() == 1 ? left : right)
                        .computeIfAbsent(row.getId(), id -> new HashSet<>())
                        .add(row.getNo()));
        List<Separation> separations = new ArrayList<>();
        left.forEach((id, side) -> separations.add(new Separation(id, side, right.getOrDefault(id, Set.of()))));
        return separations;
    }

    private void load(Set<Integer> customers, Set<Integer> also) {
        Set<Integer> numbers = loadNodes(customers, also);
        while (!numbers.isEmpty()) {
            Set<Integer> beyond = loadLinks(numbers);
            Set<Integer> theirs = customersOf(beyond);
            theirs.removeAll(customers);
            customers.addAll(theirs);
            numbers = loadNodes(theirs, browsers ? Set.of() : beyond);
        }
        links.values().removeIf(link -> !nodes.containsKey(link.low()) || !nodes.containsKey(link.high()));
    }

    /// @return the numbers that were not there before and lead on
    private Set<Integer> loadNodes(Set<Integer> customers, Set<Integer> also) {
        Set<Integer> fresh = new HashSet<>();
        if (customers.isEmpty() && also.isEmpty()) {
            return fresh;
        }
        Condition theirs = IDENTIFIER.CUSTOMER_NO.eq(DSL.any(customers.toArray(Integer[]::new)));
        if (!browsers) {
            theirs = theirs.and(IDENTIFIER.KIND.ne(IdentifierKind.ANONYMOUS_ID.code()));
        }
        database.select(
                        IDENTIFIER.NO,
                        IDENTIFIER.KIND,
                        IDENTIFIER.BRAND_ID,
                        IDENTIFIER.BLIND,
                        IDENTIFIER.CUSTOMER_NO,
                        IDENTIFIER.SHARED)
                .from(IDENTIFIER)
                .where(theirs)
                .or(IDENTIFIER.NO.eq(DSL.any(also.toArray(Integer[]::new))))
                .forEach(row -> {
                    Node node = new Node(
                            row.value1(),
                            IdentifierKind.of(row.value2()),
                            row.value3(),
                            ByteBuffer.wrap(row.value4()),
                            row.value5(),
                            row.value6());
                    // What hangs on an identifier that thousands share bears on nobody.
                    if (nodes.put(node.no(), node) == null && !node.shared()) {
                        fresh.add(node.no());
                    }
                });
        return fresh;
    }

    /// Two look-ups by index rather than one with an "or".
    private Set<Integer> loadLinks(Set<Integer> numbers) {
        Integer[] ends = numbers.toArray(Integer[]::new);
        Set<Integer> beyond = new HashSet<>();
        var columns = List.of(LINK.LOW, LINK.HIGH, LINK.HOW, LINK.SOURCE, LINK.FIRST_AT, LINK.BROWSER);
        database.select(columns)
                .from(LINK)
                .where(LINK.LOW.eq(DSL.any(ends)))
                .union(database.select(columns).from(LINK).where(LINK.HIGH.eq(DSL.any(ends))))
                .forEach(row -> {
                    Link link = new Link(
                            row.get(LINK.LOW),
                            row.get(LINK.HIGH),
                            Link.How.of(row.get(LINK.HOW)),
                            row.get(LINK.SOURCE),
                            row.get(LINK.FIRST_AT));
                    if (wanted(link, row.get(LINK.BROWSER))) {
                        links.put(link.pair(), link);
                        for (int end : new int[] {link.low(), link.high()}) {
                            if (!nodes.containsKey(end)) {
                                beyond.add(end);
                            }
                        }
                    }
                });
        return beyond;
    }

    /// A browser nobody asked for is left where it is.
    private boolean wanted(Link link, boolean browser) {
        return browsers || !browser || anonymous(link.low()) || anonymous(link.high());
    }

    private boolean anonymous(int no) {
        Node node = nodes.get(no);
        return node != null && node.kind() == IdentifierKind.ANONYMOUS_ID;
    }

    private Set<Integer> customersOf(Set<Integer> numbers) {
        return new HashSet<>(database.select(IDENTIFIER.CUSTOMER_NO)
                .from(IDENTIFIER)
                .where(IDENTIFIER.NO.eq(DSL.any(numbers.toArray(Integer[]::new))))
                .fetch(IDENTIFIER.CUSTOMER_NO));
    }
}
