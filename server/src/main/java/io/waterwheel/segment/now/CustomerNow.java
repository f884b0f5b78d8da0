package io.waterwheel.segment.now;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.PresentCustomer;
import io.waterwheel.customer.PresentCustomers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.engine.ListLookup;
import io.waterwheel.segment.engine.Moment;
import io.waterwheel.segment.engine.SegmentLookup;
import io.waterwheel.segment.language.Condition;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Answers definitions for one customer. Everything acknowledged before the question counts, because the log writes
/// what it says of a customer in the transaction that acknowledges it.
///
/// Cost: one statement for the customer, however many conditions and definitions are asked, and one for each other
/// segment that a definition refers to. A condition that hangs on everybody (a score among the buyers, the brand's
/// own cycle) is asked of the warehouse and costs what that costs.
@Component
public class CustomerNow {

    private final PresentCustomers customers;
    private final SegmentLookup segments;
    private final ListLookup lists;
    private final Peers peers;
    private final InstantSource clock;

    CustomerNow(
            PresentCustomers customers, SegmentLookup segments, ListLookup lists, Peers peers, InstantSource clock) {
        this.customers = customers;
        this.segments = segments;
        this.lists = lists;
        this.peers = peers;
        this.clock = clock;
    }

    /// Whether the customer meets the definition at this moment.
    ///
    /// @param customer a number of theirs: whoever became part of another customer is that one
    /// @throws Problem `not-found` when the brand knows no such customer
    public boolean meets(Brand brand, CustomerNo customer, Condition definition) {
        return !met(brand, customer, List.of(definition), Function.identity()).isEmpty();
    }

    /// Those of many definitions that the customer meets, in the order given; all on one state and at one moment.
    ///
    /// @throws Problem `not-found` when the brand knows no such customer
    public <T> List<T> met(
            Brand brand, CustomerNo customer, Collection<T> asked, Function<? super T, Condition> definition) {
        Moment moment = Moment.exact(clock.instant(), brand.zone());
        Referred referred = new Referred(id -> segments.definition(brand, id));
        Set<Condition> all = asked.stream().map(definition).collect(Collectors.toSet());
        PresentCustomer present = customers
                .find(brand, customer, new Needs(moment, referred).of(all))
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "customer " + customer));
        Judgement judgement = new Judgement(
                present,
                moment,
                referred,
                list -> lists.members(brand, list).contains(present.customer().value()),
                condition -> peers.members(brand, condition)
                        .contains(present.customer().value()));
        return asked.stream()
                .filter(one -> judgement.meets(definition.apply(one)))
                .toList();
    }
}
