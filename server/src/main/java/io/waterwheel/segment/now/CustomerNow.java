package io.waterwheel.segment.now;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
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
import java.time.Duration;
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

    private static final int PERCENTILE_DIGITS = 2;
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final PresentCustomers customers;
    private final SegmentLookup segments;
    private final ListLookup lists;
    private final Peers peers;
    private final InstantSource clock;
    private final Timer asked;

    CustomerNow(
            PresentCustomers customers,
            SegmentLookup segments,
            ListLookup lists,
            Peers peers,
            InstantSource clock,
            MeterRegistry meters) {
        this.customers = customers;
        this.segments = segments;
        this.lists = lists;
        this.peers = peers;
        this.clock = clock;
        this.asked = Timer.builder("segment.now")
                .description("How long a question about one customer takes")
                .publishPercentiles(0.5, 0.99)
                .percentilePrecision(PERCENTILE_DIGITS)
                .distributionStatisticExpiry(REMEMBERED)
                .register(meters);
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
            Brand brand, CustomerNo customer, Collection<T> questions, Function<? super T, Condition> definition) {
        Timer.Sample begun = Timer.start();
        try {
            return answer(brand, customer, questions, definition);
        } finally {
            begun.stop(asked);
        }
    }

    private <T> List<T> answer(
            Brand brand, CustomerNo customer, Collection<T> questions, Function<? super T, Condition> definition) {
        Moment moment = Moment.exact(clock.instant(), brand.zone());
        Referred referred = new Referred(id -> segments.definition(brand, id));
        Set<Condition> all = questions.stream().map(definition).collect(Collectors.toSet());
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
        return questions.stream()
                .filter(one -> judgement.meets(definition.apply(one)))
                .toList();
    }
}
