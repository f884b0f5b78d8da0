package io.waterwheel.customer.identity;

import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.customer.generated.Tables.IDENTITY_CHANGE;

import io.waterwheel.customer.Mask;
import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.customer.identity.IdentityView.Changed;
import io.waterwheel.customer.identity.IdentityView.Edge;
import io.waterwheel.customer.identity.IdentityView.Point;
import io.waterwheel.customer.identity.graph.Link;
import io.waterwheel.customer.identity.graph.Node;
import io.waterwheel.customer.identity.graph.Partition;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.privacy.Vault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows why a customer is one.
@Component
public class IdentityPages {

    private static final int POINTS_MOST = 200;
    private static final int CHANGES_MOST = 100;

    private final DSLContext database;
    private final Vault vault;

    IdentityPages(DSLContext database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    public IdentityView view(CustomerNo customer) {
        Neighbourhood around = Neighbourhood.of(database, Set.of(customer.value()), Set.of(), true);
        Partition partition = Partition.of(around.nodes(), around.links(), around.separations());
        Map<Integer, Node> shown = shown(customer, around);
        Set<Long> cuts = new HashSet<>();
        partition.joining().forEach(link -> cuts.add(link.pair()));
        List<Edge> edges = around.links().stream()
                .filter(link -> shown.containsKey(link.low()) && shown.containsKey(link.high()))
                .sorted(Comparator.comparing(Link::firstAt).thenComparing(Link::pair))
                .map(link -> new Edge(
                        link.low(),
                        link.high(),
                        link.how(),
                        link.source(),
                        link.firstAt(),
                        partition.state(link),
                        cuts.contains(link.pair())))
                .toList();
        return new IdentityView(
                customer,
                points(shown),
                edges,
                changes(around, customer),
                around.nodes().size() > shown.size() && shown.size() == POINTS_MOST);
    }

    /// The customer's own identifiers, and those at the other end of their links.
    private static Map<Integer, Node> shown(CustomerNo customer, Neighbourhood around) {
        Set<Integer> own = new HashSet<>();
        Set<Integer> wanted = new HashSet<>();
        around.nodes().stream()
                .filter(node -> node.customer() == customer.value())
                .forEach(node -> own.add(node.no()));
        wanted.addAll(own);
        around.links().forEach(link -> {
            if (own.contains(link.low())) {
                wanted.add(link.high());
            }
            if (own.contains(link.high())) {
                wanted.add(link.low());
            }
        });
        Map<Integer, Node> shown = new HashMap<>();
        around.nodes().stream()
                .filter(node -> wanted.contains(node.no()))
                .sorted(Comparator.comparing((Node node) -> node.customer() != customer.value())
                        .thenComparing(node -> node.kind().strength())
                        .thenComparing(Node::no))
                .limit(POINTS_MOST)
                .forEach(node -> shown.put(node.no(), node));
        return shown;
    }

    private List<Point> points(Map<Integer, Node> shown) {
        return database.selectFrom(IDENTIFIER)
                .where(IDENTIFIER.NO.eq(DSL.any(shown.keySet().toArray(Integer[]::new))))
                .orderBy(IDENTIFIER.NO)
                .fetch(row -> new Point(
                        row.getNo(),
                        IdentifierKind.of(row.getKind()),
                        Mask.of(IdentifierKind.of(row.getKind()), vault.open(row.getSealed())),
                        row.getSource(),
                        row.getFirstSeenAt(),
                        new CustomerNo(row.getCustomerNo()),
                        row.getShared()));
    }

    private List<Changed> changes(Neighbourhood around, CustomerNo customer) {
        Set<CustomerNo> numbers = new HashSet<>(Set.of(customer));
        Map<Integer, IdentifierKind> kinds = new HashMap<>();
        around.nodes().forEach(node -> {
            kinds.put(node.no(), node.kind());
            if (node.customer() == customer.value()) {
                numbers.add(new CustomerNo(node.no()));
            }
        });
        return database.selectFrom(IDENTITY_CHANGE)
                .where(IDENTITY_CHANGE.CUSTOMER_NO.eq(MovedCustomers.any(numbers)))
                .or(IDENTITY_CHANGE.OTHER_NO.eq(MovedCustomers.any(numbers)))
                .orderBy(IDENTITY_CHANGE.ID.desc())
                .limit(CHANGES_MOST)
                .fetch(row -> new Changed(
                        row.getId(),
                        ChangeKind.of(row.getKind()),
                        new CustomerNo(row.getCustomerNo()),
                        new CustomerNo(row.getOtherNo()),
                        by(row, kinds),
                        Link.How.of(row.getHow()),
                        row.getActor(),
                        row.getWhy(),
                        row.getAt(),
                        row.getLow(),
                        row.getHigh()));
    }

    private static List<IdentifierKind> by(Record row, Map<Integer, IdentifierKind> kinds) {
        List<IdentifierKind> by = new ArrayList<>();
        add(by, row.get(IDENTITY_CHANGE.LOW), kinds);
        add(by, row.get(IDENTITY_CHANGE.HIGH), kinds);
        return by;
    }

    private static void add(List<IdentifierKind> by, @Nullable Integer no, Map<Integer, IdentifierKind> kinds) {
        IdentifierKind kind = no == null ? null : kinds.get(no);
        if (kind != null) {
            by.add(kind);
        }
    }
}
