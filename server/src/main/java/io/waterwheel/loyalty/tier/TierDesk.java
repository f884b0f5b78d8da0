package io.waterwheel.loyalty.tier;

import static io.waterwheel.loyalty.generated.Tables.PAID_MEMBERSHIP;
import static io.waterwheel.loyalty.generated.Tables.TIER_GIFT;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.ProgrammeProblem;
import io.waterwheel.loyalty.generated.tables.records.PaidMembershipRecord;
import io.waterwheel.loyalty.generated.tables.records.TierGiftRecord;
import io.waterwheel.loyalty.member.Account;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.programme.PaidPlan;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Gives tiers for some time, and sells and renews paid memberships. What is asked under a key that
/// was asked before changes nothing.
@Component
public class TierDesk {

    private static final Duration LONGEST_GIFT = Duration.ofDays(3_660);

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final LiveProgrammes programmes;
    private final Members members;
    private final MembershipEvents events;
    private final AuditTrail audit;
    private final InstantSource clock;

    TierDesk(
            DSLContext database,
            TransactionOperations transactions,
            LiveProgrammes programmes,
            Members members,
            MembershipEvents events,
            AuditTrail audit,
            InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.programmes = programmes;
        this.members = members;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param until the first instant without it
    /// @throws Problem `no-programme`, `not-a-member`, `not-found` for a tier there is not, `invalid` for an end
    ///                 that has passed, `membership-key-taken`
    public void give(Brand brand, CustomerNo customer, String key, String tier, Instant until, String reason) {
        transactions.executeWithoutResult(_ -> {
            Instant now = clock.instant();
            Instant stored = until.truncatedTo(ChronoUnit.MICROS);
            Account account = locked(brand, customer);
            var before = database.selectFrom(TIER_GIFT)
                    .where(TIER_GIFT.BRAND_ID.eq(brand.id().value()))
                    .and(TIER_GIFT.KEY.eq(key))
                    .fetchOne();
            if (before != null) {
                refuseUnless(before.getCustomerNo().equals(account.customer().value())
                        && before.getTier().equals(tier)
                        && before.getUntilAt().equals(stored));
                return;
            }
            LiveProgramme programme = checked(brand, tier, until, now);
            TierGiftRecord given = database.insertInto(TIER_GIFT)
                    .set(TIER_GIFT.BRAND_ID, brand.id().value())
                    .set(TIER_GIFT.OPENED_NO, account.opened().value())
                    .set(TIER_GIFT.CUSTOMER_NO, account.customer().value())
                    .set(TIER_GIFT.KEY, key)
                    .set(TIER_GIFT.TIER, tier)
                    .set(TIER_GIFT.FROM_AT, now)
                    .set(TIER_GIFT.UNTIL_AT, stored)
                    .set(TIER_GIFT.REASON, reason)
                    .set(TIER_GIFT.GIVEN_BY, Actor.current().name())
                    .set(TIER_GIFT.GIVEN_AT, now)
                    .onConflictDoNothing()
                    .returning()
                    .fetchOptional()
                    .orElseThrow(() -> new Problem(ProgrammeProblem.MEMBERSHIP_KEY_TAKEN));
            events.given(database, programme, given);
            audit.record("tier.give", "customer/" + customer, Map.of("brand", brand.key(), "tier", tier, "key", key));
        });
    }

    /// Whether such a gift could be given now.
    ///
    /// @throws Problem as [#give]
    public void check(Brand brand, CustomerNo customer, String tier, Instant until) {
        if (members.of(database, brand.id(), List.of(customer)).isEmpty()) {
            throw new Problem(ProgrammeProblem.NOT_A_MEMBER);
        }
        checked(brand, tier, until, clock.instant());
    }

    private LiveProgramme checked(Brand brand, String tier, Instant until, Instant now) {
        LiveProgramme programme = programme(brand);
        if (programme.tier(tier) < 0) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "tier " + tier);
        }
        Instant last = now.plus(LONGEST_GIFT);
        if (!until.isAfter(now) || until.isAfter(last)) {
            throw new Problem(KernelProblem.INVALID).outside("/until", "out-of-range", now, last);
        }
        return programme;
    }

    /// A first period, or one that begins when the one before ends: of two sold at once, one begins after the other.
    /// Months are counted from the first day of the unbroken chain, see [PaidMonths].
    ///
    /// @throws Problem `no-programme`, `not-a-member`, `not-found` for a plan there is not, `membership-key-taken`
    public void sell(Brand brand, CustomerNo customer, String key, String plan) {
        transactions.executeWithoutResult(_ -> {
            Account account = locked(brand, customer);
            Instant now = clock.instant();
            var before = database.selectFrom(PAID_MEMBERSHIP)
                    .where(PAID_MEMBERSHIP.BRAND_ID.eq(brand.id().value()))
                    .and(PAID_MEMBERSHIP.KEY.eq(key))
                    .fetchOne();
            if (before != null) {
                refuseUnless(before.getCustomerNo().equals(account.customer().value())
                        && before.getPlan().equals(plan));
                return;
            }
            LiveProgramme programme = programme(brand);
            PaidPlan sold = programme
                    .definition()
                    .plan(plan)
                    .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "plan " + plan));
            PaidMembershipRecord last = last(brand, customer, plan);
            boolean renewed = last != null && last.getUntilAt().isAfter(now);
            Instant from = last != null && renewed ? last.getUntilAt() : now;
            int anchor = last != null && renewed
                    ? PaidMonths.anchor(last, brand.zone())
                    : brand.dayOf(from).getDayOfMonth();
            PaidMembershipRecord added = database.insertInto(PAID_MEMBERSHIP)
                    .set(PAID_MEMBERSHIP.BRAND_ID, brand.id().value())
                    .set(PAID_MEMBERSHIP.OPENED_NO, account.opened().value())
                    .set(PAID_MEMBERSHIP.CUSTOMER_NO, account.customer().value())
                    .set(PAID_MEMBERSHIP.KEY, key)
                    .set(PAID_MEMBERSHIP.PLAN, plan)
                    .set(PAID_MEMBERSHIP.TIER, sold.tier())
                    .set(PAID_MEMBERSHIP.PRICE, brand.minor(sold.price()))
                    .set(PAID_MEMBERSHIP.FROM_AT, from)
                    .set(PAID_MEMBERSHIP.UNTIL_AT, PaidMonths.end(from, sold.months(), anchor, brand.zone()))
                    .set(PAID_MEMBERSHIP.MONTHS, (short) sold.months())
                    .set(PAID_MEMBERSHIP.ANCHOR_DAY, (short) anchor)
                    .set(PAID_MEMBERSHIP.REFUND_RULE, sold.refund().name())
                    .set(PAID_MEMBERSHIP.SOLD_AT, now)
                    .set(PAID_MEMBERSHIP.SOLD_BY, Actor.current().name())
                    .onConflictDoNothing()
                    .returning()
                    .fetchOptional()
                    .orElseThrow(() -> new Problem(ProgrammeProblem.MEMBERSHIP_KEY_TAKEN));
            events.sold(database, programme, added, renewed);
            audit.record(
                    "membership.sell", "customer/" + customer, Map.of("brand", brand.key(), "plan", plan, "key", key));
        });
    }

    /// The one that ends last of those a member has or had of a plan.
    private @Nullable PaidMembershipRecord last(Brand brand, CustomerNo customer, String plan) {
        return database.selectFrom(PAID_MEMBERSHIP)
                .where(PAID_MEMBERSHIP.CUSTOMER_NO.eq(customer.value()))
                .and(PAID_MEMBERSHIP.BRAND_ID.eq(brand.id().value()))
                .and(PAID_MEMBERSHIP.PLAN.eq(plan))
                .and(PAID_MEMBERSHIP.REFUNDED_AT.isNull())
                .orderBy(PAID_MEMBERSHIP.UNTIL_AT.desc(), PAID_MEMBERSHIP.ID.desc())
                .limit(1)
                .fetchOne();
    }

    private LiveProgramme programme(Brand brand) {
        return programmes.current(database, brand.id()).orElseThrow(() -> new Problem(ProgrammeProblem.NO_PROGRAMME));
    }

    /// Who gives or sells the same member something at the same moment waits.
    private Account locked(Brand brand, CustomerNo customer) {
        return members.locked(database, brand.id(), customer).stream()
                .findFirst()
                .orElseThrow(() -> new Problem(ProgrammeProblem.NOT_A_MEMBER));
    }

    private static void refuseUnless(boolean same) {
        if (!same) {
            throw new Problem(ProgrammeProblem.MEMBERSHIP_KEY_TAKEN);
        }
    }
}
