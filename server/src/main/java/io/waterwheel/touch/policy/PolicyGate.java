package io.waterwheel.touch.policy;

import static io.waterwheel.touch.generated.Tables.BROADCAST;
import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.Customers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// The one place that decides who may be written to. Asked when a broadcast is planned and again just before each
/// call, because consent may be taken back in between.
@Component
public class PolicyGate {

    private final Customers customers;
    private final Policies policies;
    private final DSLContext database;
    private final InstantSource clock;

    PolicyGate(Customers customers, Policies policies, DSLContext database, InstantSource clock) {
        this.customers = customers;
        this.policies = policies;
        this.database = database;
        this.clock = clock;
    }

    /// Decides for a broadcast that is being planned: what other broadcasts have planned counts like what they sent.
    public Verdict plan(Brand brand, ChannelKind channel, Purpose purpose, RoaringBitmap asked, long broadcast) {
        return decide(brand, channel, purpose, asked, broadcast, true);
    }

    /// Decides at the moment of sending: only what was sent counts, so that two plans do not block each other.
    public Verdict send(Brand brand, ChannelKind channel, Purpose purpose, RoaringBitmap asked, long broadcast) {
        return decide(brand, channel, purpose, asked, broadcast, false);
    }

    private Verdict decide(
            Brand brand, ChannelKind channel, Purpose purpose, RoaringBitmap asked, long broadcast, boolean plans) {
        Verdict verdict = Verdict.begin(asked);
        verdict.keepOnly(customers.bound(brand.id(), channel, verdict.allowed()), Suppressed.NOT_REACHABLE);
        verdict.keepOnly(
                customers.consenting(brand.id(), channel, purpose.code(), verdict.allowed()), Suppressed.NO_CONSENT);
        if (purpose == Purpose.MARKETING) {
            // A plan does not know yet at which hour each message leaves.
            RoaringBitmap quiet = customers.quiet(brand, verdict.allowed(), clock.instant(), !plans);
            verdict.keepOnly(RoaringBitmap.andNot(verdict.allowed(), quiet), Suppressed.QUIET_PREFERENCE);
            RoaringBitmap capped = capped(brand, policies.of(brand), broadcast, plans);
            verdict.keepOnly(RoaringBitmap.andNot(verdict.allowed(), capped), Suppressed.FREQUENCY_CAP);
        }
        return verdict;
    }

    /// Everyone who has had, or will have by other plans, as many messages as the cap allows.
    private RoaringBitmap capped(Brand brand, Policy policy, long broadcast, boolean plans) {
        Instant since = clock.instant().minus(Duration.ofDays(policy.capDays()));
        List<Long> others = database.select(BROADCAST.ID)
                .from(BROADCAST)
                .where(BROADCAST.BRAND_ID.eq(brand.id().value()))
                .and(BROADCAST.ID.ne(broadcast))
                .and(BROADCAST.PURPOSE.eq(Purpose.MARKETING.code()))
                .and(BROADCAST.STATE.in("planned", "sending", "paused").or(BROADCAST.FINISHED_AT.gt(since)))
                .fetch(BROADCAST.ID);
        RoaringBitmap capped = new RoaringBitmap();
        if (others.isEmpty()) {
            return capped;
        }
        Condition counted = RECIPIENT.STATE.in("sent", "delivered", "unknown").and(RECIPIENT.SENT_AT.gt(since));
        if (plans) {
            counted = counted.or(RECIPIENT.STATE.eq("pending"));
        }
        try (var found = database.select(RECIPIENT.CUSTOMER_NO)
                .from(RECIPIENT)
                .where(RECIPIENT.BROADCAST_ID.eq(DSL.any(others.toArray(Long[]::new))))
                .and(counted)
                .groupBy(RECIPIENT.CUSTOMER_NO)
                .having(DSL.count().ge(policy.capPerCustomer()))
                .fetchSize(10_000)
                .fetchLazy()) {
            found.forEach(row -> capped.add(row.value1()));
        }
        return capped;
    }
}
