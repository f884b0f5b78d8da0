package io.waterwheel.loyalty.earn;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.PastEvents;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Orders that were read while their customer was no member yet, and that the programme rewards all the same:
/// looked at when they join. Each order is decided once; of refunds those of orders that are decided now.
@Component
class LookBack {

    private static final Set<String> PURCHASES = Set.of(EventNames.ORDER_COMPLETED, EventNames.ORDER_REFUNDED);

    private final PastEvents past;
    private final Customers customers;
    private final Earners earners;
    private final OrderEarnings earnings;

    LookBack(PastEvents past, Customers customers, Earners earners, OrderEarnings earnings) {
        this.past = past;
        this.customers = customers;
        this.earners = earners;
        this.earnings = earnings;
    }

    /// @param joined enrolled already
    /// @param before where the batch that they joined by begins in the log
    void after(
            DSLContext transaction,
            Map<BrandId, Map<CustomerNo, Instant>> joined,
            long before,
            Map<BrandId, List<LiveProgramme>> live) {
        joined.forEach((brand, those) -> after(transaction, brand, those, live.getOrDefault(brand, List.of()), before));
    }

    private void after(
            DSLContext transaction,
            BrandId brand,
            Map<CustomerNo, Instant> joined,
            List<LiveProgramme> versions,
            long before) {
        int days = versions.stream()
                .mapToInt(version -> version.definition().points().beforeJoining())
                .max()
                .orElse(0);
        if (days == 0) {
            return;
        }
        Instant since =
                joined.values().stream().min(Instant::compareTo).orElseThrow().minus(Duration.ofDays(days + 1L));
        List<LoggedEvent> found =
                past.of(transaction, brand, customers.numbers(joined.keySet()), PURCHASES, since, before);
        Set<Long> counted = customers.countedPurchases(
                found.stream().map(LoggedEvent::position).toList());
        List<LoggedEvent> purchases = found.stream()
                .filter(event -> counted.contains(event.position()))
                .toList();
        Set<String> decided = new HashSet<>();
        for (LoggedEvent event : purchases) {
            if (event.name().equals(EventNames.ORDER_COMPLETED)) {
                judged(transaction, versions, event)
                        .filter(judged ->
                                earnings.order(transaction, judged.programmes, event, judged.earner, before - 1))
                        .ifPresent(_ -> decided.add(earnings.orderOf(event)));
            }
        }
        for (LoggedEvent event : purchases) {
            if (event.name().equals(EventNames.ORDER_REFUNDED) && decided.contains(earnings.orderOf(event))) {
                judged(transaction, versions, event)
                        .ifPresent(judged ->
                                earnings.refund(transaction, judged.programmes, event, judged.earner, before - 1));
            }
        }
    }

    private record Judged(OrderEarnings.Versions programmes, Earners.Earner earner) {}

    private Optional<Judged> judged(DSLContext transaction, List<LiveProgramme> versions, LoggedEvent event) {
        return LiveProgrammes.at(versions, event.at())
                .flatMap(programme -> earners.of(transaction, event)
                        .map(earner -> new Judged(new OrderEarnings.Versions(programme, versions.getLast()), earner)));
    }
}
