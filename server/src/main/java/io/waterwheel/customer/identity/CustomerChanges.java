package io.waterwheel.customer.identity;

import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.customer.generated.Tables.PROFILE;

import io.waterwheel.customer.CustomerState;
import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.customer.identity.graph.Node;
import io.waterwheel.customer.identity.graph.Partition;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.LogReplay;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.postgres.RowSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Carries changes of who is who through everything that is kept per customer, in the log's own transaction.
@Component
class CustomerChanges {

    private final List<CustomerState> states;
    private final LogReplay replay;
    private final ChangeRecords records;

    CustomerChanges(List<CustomerState> states, LogReplay replay, ChangeRecords records) {
        this.states = states;
        this.replay = replay;
        this.records = records;
    }

    /// Joins customers to others: costs what is kept of those that end, not their history.
    List<NewEvent> merge(DSLContext transaction, List<Merge> merges, BrandId brand, KnownIdentifiers known) {
        RowSet rows = new RowSet(IDENTIFIER.NO, IDENTIFIER.CUSTOMER_NO);
        Map<CustomerNo, CustomerNo> into = new HashMap<>();
        for (Merge merge : merges) {
            rows.row(merge.from(), merge.into());
            into.put(new CustomerNo(merge.from()), new CustomerNo(merge.into()));
        }
        RowSet.Given given = rows.as("given");
        transaction
                .update(IDENTIFIER)
                .set(IDENTIFIER.CUSTOMER_NO, given.field(IDENTIFIER.CUSTOMER_NO))
                .from(given.table())
                .where(IDENTIFIER.CUSTOMER_NO.eq(given.field(IDENTIFIER.NO)))
                .returning(IDENTIFIER.NO, IDENTIFIER.CUSTOMER_NO)
                .fetch()
                .forEach(row -> known.moved(row.get(IDENTIFIER.NO), row.get(IDENTIFIER.CUSTOMER_NO)));
        states.forEach(state -> state.merge(transaction, into));
        List<Change> changes = new ArrayList<>();
        for (Merge merge : merges) {
            changes.add(Change.merged(merge.into(), merge.from(), merge.evidence()));
        }
        return records.write(transaction, changes, List.of(), brand, known);
    }

    /// Gives every identifier to the customer it belongs to now, and makes all that are concerned anew from the log:
    /// costs their history, and happens only when somebody comes apart.
    List<NewEvent> rearrange(
            DSLContext transaction,
            Collection<Node> nodes,
            Partition partition,
            List<Decision> decisions,
            BrandId brand,
            KnownIdentifiers known) {
        markShared(transaction, nodes, partition, known);
        Set<Integer> concerned = new TreeSet<>();
        RowSet rows = new RowSet(IDENTIFIER.NO, IDENTIFIER.CUSTOMER_NO);
        for (Node node : nodes) {
            int customer = partition.customer(node.no());
            if (customer != node.customer()) {
                rows.row(node.no(), customer);
                known.moved(node.no(), customer);
                concerned.add(node.customer());
                concerned.add(customer);
            }
        }
        if (concerned.isEmpty()) {
            return List.of();
        }
        RowSet.Given given = rows.as("given");
        transaction
                .update(IDENTIFIER)
                .set(IDENTIFIER.CUSTOMER_NO, given.field(IDENTIFIER.CUSTOMER_NO))
                .from(given.table())
                .where(IDENTIFIER.NO.eq(given.field(IDENTIFIER.NO)))
                .execute();
        Map<CustomerNo, CustomerNo> numbers = new HashMap<>();
        for (Node node : nodes) {
            int customer = partition.customer(node.no());
            if (concerned.contains(customer)) {
                numbers.put(new CustomerNo(node.no()), new CustomerNo(customer));
            }
        }
        renew(transaction, concerned.stream().map(CustomerNo::new).toList(), numbers);
        return records.write(transaction, Change.between(nodes, partition), decisions, brand, known);
    }

    /// Makes customers anew from all that the log tells of them.
    void renew(DSLContext transaction, Collection<CustomerNo> customers) {
        Map<CustomerNo, CustomerNo> numbers = new HashMap<>();
        transaction
                .select(IDENTIFIER.NO, IDENTIFIER.CUSTOMER_NO)
                .from(IDENTIFIER)
                .where(IDENTIFIER.CUSTOMER_NO.eq(MovedCustomers.any(customers)))
                .forEach(row -> numbers.put(new CustomerNo(row.value1()), new CustomerNo(row.value2())));
        renew(transaction, customers, numbers);
    }

    /// Forgets what is kept of customers and makes it anew from what the log tells of their numbers.
    private void renew(DSLContext transaction, Collection<CustomerNo> concerned, Map<CustomerNo, CustomerNo> numbers) {
        states.forEach(state -> state.clear(transaction, concerned));
        Set<CustomerNo> living = new HashSet<>(numbers.values());
        transaction
                .insertInto(PROFILE, PROFILE.CUSTOMER_NO, PROFILE.CREATED_AT)
                .select(DSL.select(IDENTIFIER.CUSTOMER_NO, DSL.min(IDENTIFIER.FIRST_SEEN_AT))
                        .from(IDENTIFIER)
                        .where(IDENTIFIER.CUSTOMER_NO.eq(MovedCustomers.any(living)))
                        .groupBy(IDENTIFIER.CUSTOMER_NO))
                .onConflictDoNothing()
                .execute();
        replay.replay(transaction, numbers);
    }

    private static void markShared(
            DSLContext transaction, Collection<Node> nodes, Partition partition, KnownIdentifiers known) {
        List<Integer> shared = new ArrayList<>();
        for (Node node : nodes) {
            if (partition.shared(node.no()) && !node.shared()) {
                shared.add(node.no());
                known.nowShared(node.no());
            }
        }
        if (!shared.isEmpty()) {
            transaction
                    .update(IDENTIFIER)
                    .set(IDENTIFIER.SHARED, true)
                    .where(IDENTIFIER.NO.eq(DSL.any(shared.toArray(Integer[]::new))))
                    .execute();
        }
    }
}
