package io.waterwheel.loyalty.earn;

import static io.waterwheel.loyalty.generated.Tables.BOUGHT;

import io.waterwheel.customer.CustomerFacts;
import io.waterwheel.customer.Customers;
import io.waterwheel.customer.PresentCustomer;
import io.waterwheel.customer.PresentCustomers;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.member.Account;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.programme.When;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.tier.TierStandings;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.Segments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
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
        return earner(
                customer,
                members.of(transaction, event.brand(), List.of(customer)).getOrDefault(customer, List.of()));
    }

    private static Optional<Earner> earner(CustomerNo customer, List<Account> accounts) {
        return accounts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Earner(
                        customer,
                        accounts.getFirst().opened(),
                        accounts.getFirst().joinedAt(),
                        accounts));
    }

    /// Those whom a batch of events is about, read at once.
    Batch batch(DSLContext transaction, List<LoggedEvent> events) {
        Map<BrandId, Set<CustomerNo>> asked = new HashMap<>();
        for (LoggedEvent event : events) {
            if (event.customer() != null) {
                asked.computeIfAbsent(event.brand(), _ -> new HashSet<>()).add(event.customer());
            }
        }
        Map<BrandId, Map<CustomerNo, List<Account>>> known = new HashMap<>();
        asked.forEach((brand, those) -> known.put(brand, members.of(transaction, brand, those)));
        return new Batch(transaction, known);
    }

    final class Batch {

        private final DSLContext transaction;
        private final Map<BrandId, Map<CustomerNo, List<Account>>> known;
        private final Set<CustomerNo> decided = new HashSet<>();

        private Batch(DSLContext transaction, Map<BrandId, Map<CustomerNo, List<Account>>> known) {
            this.transaction = transaction;
            this.known = known;
        }

        /// Whoever something was decided of is read anew: their tier may be another.
        Optional<Earner> of(LoggedEvent event) {
            CustomerNo customer = event.customer();
            if (customer == null) {
                return Optional.empty();
            }
            List<Account> accounts = known.getOrDefault(event.brand(), Map.of()).getOrDefault(customer, List.of());
            return accounts.isEmpty() || decided.add(customer)
                    ? earner(customer, accounts)
                    : Earners.this.of(transaction, event);
        }
    }

    BoughtOrder.Member asked(
            DSLContext transaction, LiveProgramme programme, Earner earner, Instant at, String number) {
        return new BoughtOrder.Member(
                asks(programme, When.OfTier.class)
                        ? tiers.tier(transaction, programme, earner.customer(), earner.accounts(), at)
                        : -1,
                asks(programme, When.NearBirthday.class) ? birthday(earner) : null,
                () -> first(transaction, programme, earner, at, number),
                segment -> in(programme, segment, earner.customer()));
    }

    /// What no rule asks for is not read.
    private static boolean asks(LiveProgramme programme, Class<? extends When> condition) {
        return programme.definition().earn().stream()
                .flatMap(rule -> rule.when().stream())
                .anyMatch(condition::isInstance);
    }

    private @Nullable LocalDate birthday(Earner earner) {
        List<CustomerFacts> facts = customers.facts(List.of(earner.customer()));
        return facts.isEmpty() ? null : facts.getFirst().birthday();
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
        PresentCustomer.Parts purchases = PresentCustomer.Parts.only(new PresentCustomer.Purchases(
                new PresentCustomer.Stretch(PresentCustomer.Stretch.ALWAYS.from(), at),
                false,
                PresentCustomer.Purchases.ALL));
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
