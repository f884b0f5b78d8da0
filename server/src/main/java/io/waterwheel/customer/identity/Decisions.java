package io.waterwheel.customer.identity;

import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.customer.generated.Tables.SEPARATION;

import io.waterwheel.customer.identity.graph.Link;
import io.waterwheel.customer.identity.graph.Partition;
import io.waterwheel.customer.identity.graph.Separation;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.postgres.RowSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Carries out what people decided about who is who. A decision is an event like any other, so it is durable, in order
/// and on the timeline, and it is carried out where everything else about identity is: by the log's writer.
@Component
class Decisions {

    private final JsonMapper json;

    Decisions(JsonMapper json) {
        this.json = json;
    }

    /// @param links     what follows as links
    /// @param customers who has to be worked out anew
    /// @param brand     in which somebody decided, null when nobody did
    record Decided(
            List<NamedTogether> links,
            Set<Integer> customers,
            List<Decision> decisions,
            @Nullable BrandId brand) {

        /// In whose name a change is told on the timeline.
        BrandId brand(Collection<NamedTogether> news) {
            return brand != null ? brand : news.iterator().next().brand();
        }
    }

    Decided carryOut(DSLContext transaction, List<NewEvent> events) {
        List<NamedTogether> links = new ArrayList<>();
        Set<Integer> customers = new HashSet<>();
        List<Decision> decisions = new ArrayList<>();
        BrandId brand = null;
        for (NewEvent event : events) {
            switch (event.name()) {
                case EventNames.SAME_PERSON_CONFIRMED -> {
                    Decision decision = read(event);
                    decisions.add(decision);
                    brand = event.brand();
                    join(transaction, event, decision, links, customers);
                }
                case EventNames.DIFFERENT_PEOPLE_CONFIRMED -> {
                    Decision decision = read(event);
                    decisions.add(decision);
                    brand = event.brand();
                    separate(transaction, decision, customers);
                }
                default -> {}
            }
        }
        return new Decided(links, customers, decisions, brand);
    }

    private Decision read(NewEvent event) {
        return json.readValue(event.properties(), Decision.class);
    }

    private static void join(
            DSLContext transaction,
            NewEvent event,
            Decision decision,
            List<NamedTogether> links,
            Set<Integer> customers) {
        Optional<KnownIdentifier> one = identifier(transaction, decision.low());
        Optional<KnownIdentifier> other = identifier(transaction, decision.high());
        if (one.isEmpty() || other.isEmpty() || one.get().customer == other.get().customer) {
            return;
        }
        transaction
                .deleteFrom(SEPARATION)
                .where(SEPARATION.ID.in(separations(transaction, one.get().customer)
                        .intersect(separations(transaction, other.get().customer))))
                .execute();
        links.add(NamedTogether.of(one.get(), other.get(), Link.How.PERSON, event.source(), event.at(), event.brand()));
        customers.add(one.get().customer);
        customers.add(other.get().customer);
    }

    private static org.jooq.Select<org.jooq.Record1<Long>> separations(DSLContext transaction, int customer) {
        return transaction
                .select(SEPARATION.ID)
                .from(SEPARATION)
                .join(IDENTIFIER)
                .on(IDENTIFIER.NO.eq(SEPARATION.NO))
                .where(IDENTIFIER.CUSTOMER_NO.eq(customer));
    }

    private static void separate(DSLContext transaction, Decision decision, Set<Integer> customers) {
        Optional<KnownIdentifier> one = identifier(transaction, decision.low());
        if (one.isEmpty()) {
            return;
        }
        Neighbourhood around = Neighbourhood.of(transaction, Set.of(one.get().customer), Set.of(), true);
        Partition partition = Partition.of(around.nodes(), around.links(), around.separations());
        Optional<Link> link = partition.joining().stream()
                .filter(joining -> joining.low() == decision.low() && joining.high() == decision.high())
                .findFirst();
        // Decided twice, or overtaken: there is nothing left to take apart.
        if (link.isEmpty()) {
            return;
        }
        Long id = transaction
                .select(DSL.field("nextval('customer.separation_id')", Long.class))
                .fetchSingle()
                .value1();
        write(transaction, partition.sides(id, link.get()));
        customers.add(one.get().customer);
    }

    private static void write(DSLContext transaction, Separation sides) {
        RowSet rows = new RowSet(SEPARATION.ID, SEPARATION.NO, SEPARATION.SIDE);
        sides.left().forEach(no -> rows.row(sides.id(), no, (short) 1));
        sides.right().forEach(no -> rows.row(sides.id(), no, (short) 2));
        RowSet.Given given = rows.as("given");
        transaction
                .insertInto(SEPARATION, SEPARATION.ID, SEPARATION.NO, SEPARATION.SIDE)
                .select(DSL.select(given.field(SEPARATION.ID), given.field(SEPARATION.NO), given.field(SEPARATION.SIDE))
                        .from(given.table()))
                .execute();
    }

    private static Optional<KnownIdentifier> identifier(DSLContext transaction, int no) {
        return transaction
                .select(IDENTIFIER.NO, IDENTIFIER.KIND, IDENTIFIER.CUSTOMER_NO, IDENTIFIER.SHARED)
                .from(IDENTIFIER)
                .where(IDENTIFIER.NO.eq(no))
                .fetchOptional(Decisions::known);
    }

    private static KnownIdentifier known(Record row) {
        return new KnownIdentifier(
                row.get(IDENTIFIER.NO),
                IdentifierKind.of(row.get(IDENTIFIER.KIND)),
                row.get(IDENTIFIER.CUSTOMER_NO),
                row.get(IDENTIFIER.SHARED));
    }
}
