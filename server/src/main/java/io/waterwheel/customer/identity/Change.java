package io.waterwheel.customer.identity;

import io.waterwheel.customer.identity.graph.Node;
import io.waterwheel.customer.identity.graph.Partition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Two customers became one, or one became two.
///
/// @param customer who stays
/// @param other    who became part of them, or left them
record Change(
        ChangeKind kind, int customer, int other, @Nullable Evidence evidence) {

    static Change merged(int customer, int other, @Nullable Evidence evidence) {
        return new Change(ChangeKind.MERGED, customer, other, evidence);
    }

    /// What lies between whose the identifiers were and whose they are.
    static List<Change> between(Collection<Node> before, Partition after) {
        Map<Integer, TreeSet<Integer>> becomes = new TreeMap<>();
        before.forEach(node -> becomes.computeIfAbsent(node.customer(), customer -> new TreeSet<>())
                .add(after.customer(node.no())));
        List<Change> changes = new ArrayList<>();
        becomes.forEach((customer, parts) -> {
            int heir = parts.contains(customer) ? customer : parts.getFirst();
            if (parts.size() == 1 && heir != customer) {
                changes.add(merged(heir, customer, null));
            }
            parts.stream()
                    .filter(part -> part != heir)
                    .forEach(part -> changes.add(new Change(ChangeKind.SEPARATED, heir, part, null)));
        });
        return changes;
    }
}
