package io.waterwheel.customer.identity.graph;

import io.waterwheel.kernel.event.IdentifierKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which identifiers are one customer's.
///
/// Links are taken from the most to the least telling, as Kruskal's algorithm takes edges, and each joins its two sides
/// unless something speaks against it: a person's decision, two values of what a person has only one of, an identifier
/// that too many share, a browser that is somebody's already. The order of links is one of what they say (who said it,
/// kinds of their ends, time of the earliest event, values), never of when they came, so the same links give the same
/// customers in whatever order they arrive.
public final class Partition {

    private final Map<Integer, Node> nodes;
    private final Map<Long, LinkState> states = new HashMap<>();
    private final Map<Integer, Group> groups = new HashMap<>();
    private final Set<Integer> shared = new HashSet<>();
    private final List<Link> joining = new ArrayList<>();

    private Partition(Map<Integer, Node> nodes) {
        this.nodes = nodes;
    }

    /// @param nodes all identifiers that any of the links names
    public static Partition of(Collection<Node> nodes, Collection<Link> links, Collection<Separation> separations) {
        Map<Integer, Node> byNumber = new TreeMap<>();
        nodes.forEach(node -> byNumber.put(node.no(), node));
        Partition partition = new Partition(byNumber);
        partition.findShared(links);
        byNumber.values().forEach(node -> partition.groups.put(node.no(), new Group(node)));
        separations.forEach(partition::tag);
        links.stream().sorted(partition.mostTellingFirst()).forEach(partition::take);
        return partition;
    }

    /// The number of the customer an identifier belongs to: the smallest of its group.
    public int customer(int no) {
        return group(no).smallest;
    }

    public boolean shared(int no) {
        return shared.contains(no);
    }

    /// Whether an identifier is shared now that was not before.
    public boolean newlyShared() {
        return shared.stream().anyMatch(no -> !node(no).shared());
    }

    public LinkState state(Link link) {
        LinkState state = states.get(link.pair());
        if (state == null) {
            throw new IllegalArgumentException("no such link " + link);
        }
        return state;
    }

    /// The links that hold customers together: taking one away takes its customer apart.
    public List<Link> joining() {
        return List.copyOf(joining);
    }

    /// The identifiers on either side of a link that joins.
    public Separation sides(long id, Link link) {
        Map<Integer, List<Integer>> neighbours = new HashMap<>();
        for (Link other : joining) {
            if (other.pair() != link.pair()) {
                neighbours.computeIfAbsent(other.low(), no -> new ArrayList<>()).add(other.high());
                neighbours
                        .computeIfAbsent(other.high(), no -> new ArrayList<>())
                        .add(other.low());
            }
        }
        return new Separation(id, reach(link.low(), neighbours), reach(link.high(), neighbours));
    }

    private static Set<Integer> reach(int from, Map<Integer, List<Integer>> neighbours) {
        Set<Integer> reached = new HashSet<>(Set.of(from));
        Deque<Integer> next = new ArrayDeque<>(reached);
        while (!next.isEmpty()) {
            for (int neighbour : neighbours.getOrDefault(next.remove(), List.of())) {
                if (reached.add(neighbour)) {
                    next.add(neighbour);
                }
            }
        }
        return reached;
    }

    private void findShared(Collection<Link> links) {
        Map<Integer, Map<IdentifierKind, Integer>> seenWith = new HashMap<>();
        for (Link link : links) {
            if (link.how() != Link.How.PERSON) {
                count(seenWith, link.low(), node(link.high()));
                count(seenWith, link.high(), node(link.low()));
            }
        }
        nodes.values().forEach(node -> {
            boolean many = seenWith.getOrDefault(node.no(), Map.of()).entrySet().stream()
                    .anyMatch(with -> with.getValue() > with.getKey().mostTogether());
            if (node.shared() || many) {
                shared.add(node.no());
            }
        });
    }

    private static void count(Map<Integer, Map<IdentifierKind, Integer>> seenWith, int no, Node other) {
        if (!other.anonymous()) {
            seenWith.computeIfAbsent(no, absent -> new EnumMap<>(IdentifierKind.class))
                    .merge(other.kind(), 1, Integer::sum);
        }
    }

    private void tag(Separation separation) {
        separation.left().forEach(no -> tag(no, separation.id(), true));
        separation.right().forEach(no -> tag(no, separation.id(), false));
    }

    private void tag(int no, long separation, boolean left) {
        Group group = groups.get(no);
        if (group != null) {
            group.sides.put(separation, left);
        }
    }

    private Comparator<Link> mostTellingFirst() {
        return Comparator.<Link, Boolean>comparing(link -> link.how() != Link.How.PERSON)
                .thenComparingInt(link -> Math.max(strength(link.low()), strength(link.high())))
                .thenComparingInt(link -> Math.min(strength(link.low()), strength(link.high())))
                .thenComparing(Link::firstAt)
                .thenComparing(link -> lesser(link).blind())
                .thenComparing(link -> greater(link).blind());
    }

    private int strength(int no) {
        return node(no).kind().strength();
    }

    private Node lesser(Link link) {
        return node(link.low()).blind().compareTo(node(link.high()).blind()) < 0 ? node(link.low()) : node(link.high());
    }

    private Node greater(Link link) {
        return lesser(link) == node(link.low()) ? node(link.high()) : node(link.low());
    }

    private void take(Link link) {
        LinkState state = judge(link);
        states.put(link.pair(), state);
        if (state == LinkState.JOINS) {
            joining.add(link);
            join(group(link.low()), group(link.high()));
        }
    }

    private LinkState judge(Link link) {
        boolean person = link.how() == Link.How.PERSON;
        if (!person && (shared.contains(link.low()) || shared.contains(link.high()))) {
            return LinkState.SHARED;
        }
        Group one = group(link.low());
        Group other = group(link.high());
        if (one == other) {
            return LinkState.AGREES;
        }
        if (one.separatedFrom(other)) {
            return LinkState.SEPARATED;
        }
        if (person) {
            return LinkState.JOINS;
        }
        if (node(link.low()).anonymous() || node(link.high()).anonymous()) {
            return one.named && other.named ? LinkState.BROWSER_TAKEN : LinkState.JOINS;
        }
        return one.contradicts(other) ? LinkState.CONTRADICTED : LinkState.JOINS;
    }

    private Node node(int no) {
        Node node = nodes.get(no);
        if (node == null) {
            throw new IllegalArgumentException("identifier " + no + " is not among those given");
        }
        return node;
    }

    private Group group(int no) {
        Group group = groups.get(no);
        if (group == null) {
            throw new IllegalArgumentException("identifier " + no + " is not among those given");
        }
        Group root = group;
        while (root.joinedTo != null) {
            root = root.joinedTo;
        }
        while (group.joinedTo != null) {
            Group next = group.joinedTo;
            group.joinedTo = root == group ? null : root;
            group = next;
        }
        return root;
    }

    private static void join(Group one, Group other) {
        Group kept = one.size >= other.size ? one : other;
        Group gone = kept == one ? other : one;
        gone.joinedTo = kept;
        kept.size += gone.size;
        kept.smallest = Math.min(kept.smallest, gone.smallest);
        kept.named |= gone.named;
        kept.slots.addAll(gone.slots);
        kept.sides.putAll(gone.sides);
    }

    private static final class Group {

        private @Nullable Group joinedTo;
        private int size = 1;
        private int smallest;
        private boolean named;
        private final Set<Node.Slot> slots = new HashSet<>();
        private final Map<Long, Boolean> sides = new HashMap<>();

        Group(Node node) {
            smallest = node.no();
            named = !node.anonymous();
            Node.Slot slot = node.slot();
            if (slot != null) {
                slots.add(slot);
            }
        }

        /// Two groups never share an identifier, so where both fill a slot their values differ.
        boolean contradicts(Group other) {
            return slots.stream().anyMatch(other.slots::contains);
        }

        boolean separatedFrom(Group other) {
            return sides.entrySet().stream().anyMatch(side -> {
                Boolean theirs = other.sides.get(side.getKey());
                return theirs != null && !theirs.equals(side.getValue());
            });
        }
    }
}
