package io.waterwheel.touch.policy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.segment.StaticLists;
import io.waterwheel.touch.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// The one place that decides who may be written to. Asked when a broadcast is planned, and again just before
/// each call, because consent may be taken back in between.
@Component
public class PolicyGate {

    private final Customers customers;
    private final StaticLists lists;
    private final Policies policies;
    private final PlatformQuotas quotas;
    private final Contacts contacts;
    private final PlannedRoom planned;
    private final Room room;
    private final InstantSource clock;
    private final Timer caps;

    PolicyGate(
            Customers customers,
            StaticLists lists,
            Policies policies,
            PlatformQuotas quotas,
            Contacts contacts,
            PlannedRoom planned,
            Room room,
            InstantSource clock,
            MeterRegistry meters) {
        this.customers = customers;
        this.lists = lists;
        this.policies = policies;
        this.quotas = quotas;
        this.contacts = contacts;
        this.planned = planned;
        this.room = room;
        this.clock = clock;
        this.caps = Timer.builder("touch.caps")
                .description("How long it takes to see who has room in the caps")
                .register(meters);
    }

    /// Decides for a broadcast that is being planned. At which hour each message leaves is not known yet, so
    /// quiet hours do not count.
    public Verdict plan(Occasion occasion, RoaringBitmap asked) {
        return decide(occasion, asked, true);
    }

    /// Decides at the moment of sending, within the transaction that writes the calls down. Other senders of
    /// the brand wait until it ends.
    public Verdict send(Occasion occasion, RoaringBitmap asked) {
        contacts.lock(occasion.brand().id());
        return decide(occasion, asked, false);
    }

    private Verdict decide(Occasion occasion, RoaringBitmap asked, boolean planning) {
        Brand brand = occasion.brand();
        Policy policy = policies.of(brand);
        Instant now = clock.instant();
        Verdict verdict = Verdict.begin(asked);
        verdict.keepOnly(customers.bound(brand.id(), occasion.channel(), verdict.allowed()), Suppressed.NOT_REACHABLE);
        verdict.keepOnly(
                customers.consenting(
                        brand.id(), occasion.channel(), occasion.purpose().code(), verdict.allowed()),
                Suppressed.NO_CONSENT);
        for (SuppressionList list : policy.suppressionLists()) {
            if (list.concerns(occasion.channel())) {
                verdict.leaveOut(lists.members(brand, list.list()), Suppressed.SUPPRESSION_LIST);
            }
        }
        if (occasion.purpose() == Purpose.MARKETING) {
            verdict.leaveOut(
                    new ControlGroup(brand, policy.controlPercent()).of(verdict.allowed()), Suppressed.CONTROL_GROUP);
            verdict.leaveOut(customers.quiet(brand, verdict.allowed(), now, false), Suppressed.QUIET_PREFERENCE);
        }
        if (!planning) {
            hold(occasion, policy.quiet(), now, verdict);
        }
        Timer.Sample begun = Timer.start();
        room.without(brand.id(), verdict.allowed(), limits(occasion, policy, now), planned.before(occasion, planning))
                .forEach((reason, full) -> verdict.leaveOut(full, reason));
        begun.stop(caps);
        return verdict;
    }

    /// Those in whose zone it is night; and, of marketing, those who asked for quiet at this hour.
    private void hold(Occasion occasion, QuietHours quiet, Instant now, Verdict verdict) {
        if (!quiet.none()) {
            List<CustomerNo> awaited = new ArrayList<>();
            verdict.allowed().forEach((int number) -> awaited.add(new CustomerNo(number)));
            Map<CustomerNo, ZoneId> zones = customers.zones(awaited);
            for (CustomerNo customer : awaited) {
                ZoneId zone = zones.getOrDefault(customer, occasion.brand().zone());
                if (quiet.cover(now, zone)) {
                    verdict.hold(customer.value(), quiet.endAfter(now, zone));
                }
            }
        }
        if (occasion.purpose() == Purpose.MARKETING) {
            customers
                    .quietHours(occasion.brand(), verdict.allowed(), now)
                    .forEach((customer, end) -> verdict.hold(customer.value(), end));
        }
    }

    private List<Limit> limits(Occasion occasion, Policy policy, Instant now) {
        List<Limit> limits = new ArrayList<>();
        for (Cap cap : policy.allCaps()) {
            Instant since = now.minus(Duration.ofDays(cap.days()));
            limits.add(new Limit(Suppressed.FREQUENCY_CAP, cap.channel(), cap.purpose(), cap.most(), since));
        }
        int month = quotas.of(occasion.channel()).customerMonth();
        if (month > 0) {
            Brand brand = occasion.brand();
            limits.add(new Limit(
                    Suppressed.PLATFORM_QUOTA,
                    occasion.channel(),
                    null,
                    month,
                    brand.startOf(brand.monthOf(now)).minusNanos(1_000)));
        }
        return limits.stream()
                .filter(limit -> limit.counts(occasion.channel(), occasion.purpose()))
                .toList();
    }
}
