package io.waterwheel.loyalty.earn;

import static io.waterwheel.loyalty.generated.Tables.BOUGHT;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.PastEvents;
import io.waterwheel.kernel.event.Retractions;
import io.waterwheel.loyalty.generated.tables.records.BoughtRecord;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import io.waterwheel.loyalty.tier.TierStandings;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Orders that an undone import had told of: what they brought is taken back, as far as nobody else told of them, and
/// tiers are judged without them. Whoever tells of them again lets them earn again. Refunds of an undone import whose
/// orders came otherwise keep what they took.
@Component
class UndoneOrders {

    private static final Set<String> ORDERS = Set.of(EventNames.ORDER_COMPLETED);
    private static final Set<String> REFUNDS = Set.of(EventNames.ORDER_REFUNDED);

    private final Retractions retractions;
    private final PastEvents past;
    private final Customers customers;
    private final OrderEarnings earnings;
    private final Takings takings;
    private final TierStandings tiers;

    UndoneOrders(
            Retractions retractions,
            PastEvents past,
            Customers customers,
            OrderEarnings earnings,
            Takings takings,
            TierStandings tiers) {
        this.retractions = retractions;
        this.past = past;
        this.customers = customers;
        this.earnings = earnings;
        this.takings = takings;
        this.tiers = tiers;
    }

    /// @param undo     the event that undid it
    /// @param versions of its brand's programme
    void take(DSLContext transaction, LoggedEvent undo, List<LiveProgramme> versions) {
        if (versions.isEmpty()) {
            return;
        }
        for (LoggedEvent refund : retractions.events(undo.position(), REFUNDS)) {
            earnings.forgetRefund(transaction, versions.getLast(), refund);
        }
        List<LoggedEvent> gone = retractions.events(undo.position(), ORDERS);
        if (gone.isEmpty()) {
            return;
        }
        Set<String> still = still(transaction, undo, gone);
        Set<CustomerNo> concerned = new HashSet<>();
        for (LoggedEvent order : gone) {
            String number = earnings.orderOf(order);
            LiveProgramme programme = LiveProgrammes.at(versions, order.at()).orElse(null);
            BoughtRecord bought = programme == null || still.contains(number)
                    ? null
                    : transaction
                            .selectFrom(BOUGHT)
                            .where(BOUGHT.BRAND_ID.eq(undo.brand().value()))
                            .and(BOUGHT.NUMBER.eq(number))
                            .and(BOUGHT.AMOUNT.isNotNull())
                            .forUpdate()
                            .fetchOne();
            if (bought != null) {
                takings.undone(transaction, Objects.requireNonNull(programme), bought, undo.position(), undo.at());
                bought.setAt(null);
                bought.setAmount(null);
                bought.setUndone((short) (bought.getUndone() + 1));
                bought.update();
                concerned.add(new CustomerNo(bought.getCustomerNo()));
            }
        }
        for (CustomerNo customer : concerned) {
            tiers.changed(
                    transaction,
                    versions.getLast(),
                    customer,
                    TierStandings.Cause.REFUNDED,
                    undo.at(),
                    undo.position());
        }
    }

    /// The numbers of orders that somebody else told of as well.
    private Set<String> still(DSLContext transaction, LoggedEvent undo, List<LoggedEvent> gone) {
        Set<CustomerNo> numbers = gone.stream()
                .map(LoggedEvent::writtenUnder)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<CustomerNo, CustomerNo> all =
                customers.numbers(Set.copyOf(customers.current(numbers).values()));
        BrandId brand = undo.brand();
        return past.of(transaction, brand, all, ORDERS, Instant.EPOCH, undo.position()).stream()
                .map(earnings::orderOf)
                .collect(Collectors.toSet());
    }
}
