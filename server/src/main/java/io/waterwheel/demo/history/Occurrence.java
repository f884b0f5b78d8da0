package io.waterwheel.demo.history;

import io.waterwheel.demo.world.ConsentDecision;
import io.waterwheel.demo.world.Customer;
import io.waterwheel.demo.world.Customer.Membership;
import io.waterwheel.demo.world.DemoWorld;
import io.waterwheel.demo.world.Refund;
import io.waterwheel.demo.world.Sale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Something that happened in the invented world.
sealed interface Occurrence {

    Instant at();

    record Came(Customer customer) implements Occurrence {
        @Override
        public Instant at() {
            return customer.firstSeenAt();
        }
    }

    /// Became a member later than they came.
    record Joined(Customer customer, Membership membership) implements Occurrence {
        @Override
        public Instant at() {
            return membership.since();
        }
    }

    /// Became a member by the programme's own word, told last: whoever reads the log anew finds it behind all else.
    record Enrolled(Customer customer, Membership membership) implements Occurrence {
        @Override
        public Instant at() {
            return membership.since();
        }
    }

    record Decided(Customer customer, ConsentDecision decision) implements Occurrence {
        @Override
        public Instant at() {
            return decision.at();
        }
    }

    record Sold(Sale sale) implements Occurrence {
        @Override
        public Instant at() {
            return sale.at();
        }
    }

    record GaveBack(Refund refund) implements Occurrence {
        @Override
        public Instant at() {
            return refund.at();
        }
    }

    /// All of it in the order in which it is told: first everybody who came, so that the brand has its
    /// customers at once, then what they agreed to, then two years of trade day by day, and at last who is a
    /// member. Within each by time, and the same on every run, so that an index into it is a place to go on from.
    static List<Occurrence> of(DemoWorld world) {
        List<Occurrence> all = new ArrayList<>();
        world.customers().forEach(customer -> all.add(new Came(customer)));
        all.addAll(world.customers().stream()
                .flatMap(Occurrence::agreements)
                .sorted(Comparator.comparing(Occurrence::at))
                .toList());
        all.addAll(Stream.concat(
                        world.sales().stream().map(Sold::new),
                        world.refunds().stream().map(GaveBack::new))
                .sorted(Comparator.comparing(Occurrence::at))
                .toList());
        all.addAll(world.customers().stream()
                .flatMap(Occurrence::enrolment)
                .sorted(Comparator.comparing(Occurrence::at))
                .toList());
        return all;
    }

    private static Stream<Occurrence> enrolment(Customer customer) {
        return Stream.ofNullable(customer.membership()).map(membership -> new Enrolled(customer, membership));
    }

    private static Stream<Occurrence> agreements(Customer customer) {
        Stream<Occurrence> decisions = customer.consents().stream().map(decision -> new Decided(customer, decision));
        Membership membership = customer.membership();
        return membership == null || membership.since().equals(customer.firstSeenAt())
                ? decisions
                : Stream.concat(Stream.of(new Joined(customer, membership)), decisions);
    }
}
