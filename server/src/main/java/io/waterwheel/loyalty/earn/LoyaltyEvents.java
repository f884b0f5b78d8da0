package io.waterwheel.loyalty.earn;

import io.waterwheel.customer.Customers;
import io.waterwheel.intake.EventSources;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LogConsumer;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.loyalty.earn.OrderEarnings.Versions;
import io.waterwheel.loyalty.health.ProgrammeCounts;
import io.waterwheel.loyalty.member.Heard;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.programme.Grant;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The programme hears of events here, in log order. What it decides is written with the offset; the ledger
/// is told afterwards by [DueEarnings].
@Component
public class LoyaltyEvents implements LogConsumer {

    private final LiveProgrammes programmes;
    private final Members members;
    private final Customers customers;
    private final Earners earners;
    private final OrderEarnings earnings;
    private final LookBack lookBack;
    private final ReferralsMade referrals;
    private final UndoneOrders undone;
    private final ProgrammeCounts counts;
    private final EventSources sources;

    LoyaltyEvents(
            LiveProgrammes programmes,
            Members members,
            Customers customers,
            Earners earners,
            OrderEarnings earnings,
            LookBack lookBack,
            ReferralsMade referrals,
            UndoneOrders undone,
            ProgrammeCounts counts,
            EventSources sources) {
        this.programmes = programmes;
        this.members = members;
        this.customers = customers;
        this.earners = earners;
        this.earnings = earnings;
        this.lookBack = lookBack;
        this.referrals = referrals;
        this.undone = undone;
        this.counts = counts;
        this.sources = sources;
    }

    @Override
    public String name() {
        return Heard.READER;
    }

    @Override
    public void consume(DSLContext transaction, List<LoggedEvent> events) {
        follow(transaction, events);
        counts.add(transaction, events);
        Map<BrandId, Map<CustomerNo, Instant>> joined = joined(events);
        joined.forEach((brand, those) -> members.enrol(transaction, brand, those));
        referrals.tell(transaction, events);
        Map<BrandId, List<LiveProgramme>> live = programmes.all(transaction);
        if (live.isEmpty()) {
            return;
        }
        // What it took back is not counted any more when this batch is judged; what was told again is.
        for (LoggedEvent event : events) {
            if (event.name().equals(EventNames.EVENTS_RETRACTED)) {
                undone.take(transaction, event, live.getOrDefault(event.brand(), List.of()));
            }
        }
        lookBack.after(transaction, joined, events.getFirst().position(), live);
        List<LoggedEvent> ofMembers = events.stream()
                .filter(event -> event.customer() != null && live.containsKey(event.brand()))
                .toList();
        Set<Long> counted = customers.countedPurchases(ofMembers.stream()
                .filter(event -> purchase(event.name()))
                .map(LoggedEvent::position)
                .toList());
        List<Judged> judged = new ArrayList<>();
        for (LoggedEvent event : ofMembers) {
            if (!purchase(event.name()) || counted.contains(event.position())) {
                List<LiveProgramme> versions = live.getOrDefault(event.brand(), List.of());
                LiveProgrammes.at(versions, event.at())
                        .filter(programme -> concerns(programme, event.name()))
                        .ifPresent(programme ->
                                judged.add(new Judged(event, new Versions(programme, versions.getLast()))));
            }
        }
        List<LoggedEvent> asked = judged.stream().map(Judged::event).toList();
        Earners.Batch known = earners.batch(transaction, asked);
        Set<Long> strangers = sources.strangersWords(asked);
        for (Judged one : judged) {
            known.of(one.event)
                    .ifPresent(earner -> decide(
                            transaction, one.programmes, one.event, earner, strangers.contains(one.event.position())));
        }
    }

    /// An event, and the programmes it is judged by.
    private record Judged(LoggedEvent event, Versions programmes) {}

    private void decide(
            DSLContext transaction, Versions programmes, LoggedEvent event, Earners.Earner earner, boolean stranger) {
        switch (event.name()) {
            case EventNames.ORDER_COMPLETED -> earnings.order(transaction, programmes, event, earner, event.position());
            case EventNames.ORDER_REFUNDED -> earnings.refund(transaction, programmes, event, earner, event.position());
            default -> {
                // Only what rules ask for comes here.
            }
        }
        earnings.event(transaction, programmes, event, earner, stranger);
    }

    private static boolean concerns(LiveProgramme programme, String name) {
        return purchase(name)
                || programme.definition().earn().stream()
                        .anyMatch(rule -> rule.grant() instanceof Grant.OnEvent(var asked, long _, boolean _)
                                && asked.event().equals(name));
    }

    private static boolean purchase(String name) {
        return name.equals(EventNames.ORDER_COMPLETED) || name.equals(EventNames.ORDER_REFUNDED);
    }

    /// Who becomes a member by these events, and when.
    private static Map<BrandId, Map<CustomerNo, Instant>> joined(List<LoggedEvent> events) {
        Map<BrandId, Map<CustomerNo, Instant>> joined = new HashMap<>();
        for (LoggedEvent event : events) {
            CustomerNo customer = event.customer();
            if (event.name().equals(EventNames.MEMBER_JOINED) && customer != null) {
                joined.computeIfAbsent(event.brand(), _ -> new LinkedHashMap<>())
                        .merge(customer, event.at(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return joined;
    }

    /// Memberships opened while their customer was merged or came apart stand under the number of before.
    private void follow(DSLContext transaction, List<LoggedEvent> events) {
        Set<CustomerNo> changed = new HashSet<>();
        for (LoggedEvent event : events) {
            boolean change = event.name().equals(EventNames.CUSTOMERS_MERGED)
                    || event.name().equals(EventNames.CUSTOMERS_SEPARATED);
            if (change && event.customer() != null) {
                changed.add(event.customer());
            }
        }
        if (!changed.isEmpty()) {
            // First locked, then asked: whose they are is true until they are moved.
            members.keepInPlace(transaction, changed);
            members.follow(transaction, customers.numbers(changed));
        }
    }
}
