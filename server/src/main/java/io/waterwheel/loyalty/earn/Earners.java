package io.waterwheel.loyalty.earn;

import static io.waterwheel.loyalty.generated.Tables.BOUGHT;

import io.waterwheel.customer.CustomerFacts;
import io.waterwheel.customer.Customers;
import io.waterwheel.customer.PresentCustomer;
import io.waterwheel.customer.PresentCustomers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.member.Account;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.tier.TierStandings;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.Segments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Who earns, and what rules may ask of them.
@Component
class Earners {

    private final Members members;
    private final Customers customers;
    private final PresentCustomers present;
    private final Segments segments;
    private final TierStandings tiers;

    Earners(Members members, Customers customers, PresentCustomers present, Segments segments, TierStandings tiers) {
        this.members = members;
        this.customers = customers;
        this.present = present;
        this.segments = segments;
        this.tiers = tiers;
    }

    /// A member, by the oldest of their memberships.
    record Earner(CustomerNo customer, CustomerNo opened, Instant joinedAt, List<Account> accounts) {}

    Optional<Earner> of(DSLContext transaction, LoggedEvent event) {
        CustomerNo customer = event.customer();
        if (customer == null) {
            return Optional.empty();
        }
        List<Account> accounts =
                members.of(transaction, event.brand(), List.of(customer)).getOrDefault(customer, List.of());
        return accounts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Earner(
                        customer,
                        accounts.getFirst().opened(),
                        accounts.getFirst().joinedAt(),
                        accounts));
    }

    BoughtOrder.Member asked(
            DSLContext transaction, LiveProgramme programme, Earner earner, Instant at, String number) {
        List<CustomerFacts> facts = customers.facts(List.of(earner.customer()));
        return new BoughtOrder.Member(
                tiers.tier(transaction, programme, earner.customer(), earner.accounts(), at),
                facts.isEmpty() ? null : facts.getFirst().birthday(),
                () -> first(transaction, programme, earner, at, number),
                segment -> in(programme, segment, earner.customer()));
    }

    /// Nothing was bought before, and no other order was rewarded as the first because this one came late.
    private boolean first(DSLContext transaction, LiveProgramme programme, Earner earner, Instant at, String number) {
        boolean other = transaction.fetchExists(
                BOUGHT,
                BOUGHT.CUSTOMER_NO
                        .eq(earner.customer().value())
                        .and(BOUGHT.BRAND_ID.eq(programme.brand().id().value()))
                        .and(BOUGHT.AMOUNT.gt(0L))
                        .and(BOUGHT.NUMBER.ne(number)));
        PresentCustomer.Parts purchases = new PresentCustomer.Parts(
                false,
                false,
                false,
                false,
                new PresentCustomer.Stretch(PresentCustomer.Stretch.ALWAYS.from(), at),
                false,
                null);
        return !other
                && present
                        .find(programme.brand(), earner.customer(), purchases)
                        .map(PresentCustomer::purchases)
                        .orElse(List.of())
                        .stream()
                        .noneMatch(one -> !one.refund() && one.amount() > 0);
    }

    /// Nobody is in a segment that was deleted.
    private boolean in(LiveProgramme programme, String segment, CustomerNo customer) {
        try {
            return segments.contains(programme.brand(), SegmentId.of(segment), customer);
        } catch (Problem gone) {
            return false;
        }
    }
}
