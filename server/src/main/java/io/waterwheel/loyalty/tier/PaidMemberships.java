package io.waterwheel.loyalty.tier;

import static io.waterwheel.loyalty.generated.Tables.PAID_MEMBERSHIP;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.ProgrammeProblem;
import io.waterwheel.loyalty.generated.tables.records.PaidMembershipRecord;
import io.waterwheel.loyalty.member.Account;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.programme.PaidPlan;
import io.waterwheel.loyalty.programme.PlanRefund;
import io.waterwheel.loyalty.programme.Tier;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The periods members have paid for, and their refunds.
@Component
public class PaidMemberships {

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final LiveProgrammes programmes;
    private final Members members;
    private final TierStandings standings;
    private final MembershipEvents events;
    private final AuditTrail audit;
    private final InstantSource clock;

    PaidMemberships(
            DSLContext database,
            TransactionOperations transactions,
            LiveProgrammes programmes,
            Members members,
            TierStandings standings,
            MembershipEvents events,
            AuditTrail audit,
            InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.programmes = programmes;
        this.members = members;
        this.standings = standings;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param amount    what is to be given back, in minor units
    /// @param tierAfter the name of the tier they have now; null where the brand has none
    @Schema(name = "PaidMembershipRefund")
    public record Refunded(long amount, @Nullable String tierAfter) {}

    /// All of a customer's, the latest first.
    ///
    /// @throws Problem `no-programme`
    public List<PaidPeriod> of(Brand brand, CustomerNo customer) {
        LiveProgramme programme = programme(brand);
        Instant now = clock.instant();
        return database.selectFrom(PAID_MEMBERSHIP)
                .where(PAID_MEMBERSHIP.BRAND_ID.eq(brand.id().value()))
                .and(PAID_MEMBERSHIP.CUSTOMER_NO.eq(customer.value()))
                .orderBy(PAID_MEMBERSHIP.FROM_AT.desc(), PAID_MEMBERSHIP.SOLD_AT.desc())
                .fetch(row -> view(programme, row, now));
    }

    /// Ends a period at once. The tier it lends is lost with it, unless they have that tier otherwise; periods of
    /// the same plan that were to follow it begin so much earlier. Behind one that had begun they last as many days
    /// as were paid for; behind one that had not, they stand as if it had never been sold.
    ///
    /// @param amount null for what the plan gives back
    /// @throws Problem `not-found`, `paid-membership-ended`, `invalid` for more than was paid
    public Refunded refund(Brand brand, CustomerNo customer, String key, String reason, @Nullable Long amount) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            Instant now = clock.instant();
            // Nobody sells a period behind this one meanwhile.
            members.locked(database, brand.id(), customer);
            PaidMembershipRecord row = database.selectFrom(PAID_MEMBERSHIP)
                    .where(PAID_MEMBERSHIP.BRAND_ID.eq(brand.id().value()))
                    .and(PAID_MEMBERSHIP.KEY.eq(key))
                    .and(PAID_MEMBERSHIP.CUSTOMER_NO.eq(customer.value()))
                    .forUpdate()
                    .fetchOptional()
                    .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "paid membership " + key));
            if (isOver(row, now)) {
                throw new Problem(ProgrammeProblem.PAID_MEMBERSHIP_ENDED);
            }
            if (amount != null && (amount < 0 || amount > row.getPrice())) {
                throw new Problem(KernelProblem.INVALID).outside("/amount", "range", 0, row.getPrice());
            }
            LiveProgramme programme = programme(brand);
            long refunded = amount == null ? due(brand, row, now) : amount;
            boolean begun = now.isAfter(row.getFromAt());
            Instant ended = begun ? now : row.getFromAt();
            List<PaidMembershipRecord> following = following(row);
            row.setUntilAt(ended);
            row.setRefundedAt(now);
            row.setRefunded(refunded);
            row.setRefundReason(reason);
            row.setRefundedBy(Actor.current().name());
            row.store();
            moveUp(brand, following, ended, begun ? null : PaidMonths.anchorAtStart(row, brand.zone()));
            events.refunded(database, programme, row);
            audit.record(
                    "membership.refund",
                    "customer/" + customer,
                    Map.of("brand", brand.key(), "key", key, "amount", Long.toString(refunded)));
            return new Refunded(refunded, tierAfter(programme, row, now));
        }));
    }

    /// Those that were to begin when it ends, one after the other.
    private List<PaidMembershipRecord> following(PaidMembershipRecord period) {
        return database.selectFrom(PAID_MEMBERSHIP)
                .where(LentTiers.follows(period))
                .orderBy(PAID_MEMBERSHIP.FROM_AT, PAID_MEMBERSHIP.ID)
                .forUpdate()
                .fetch();
    }

    /// @param chain the day of the chain, which is unbroken; null where a period that had begun was cut off
    private static void moveUp(
            Brand brand, List<PaidMembershipRecord> following, Instant ended, @Nullable Integer chain) {
        Integer anchor = chain;
        Instant from = ended;
        for (PaidMembershipRecord period : following) {
            Short months = period.getMonths();
            Instant until;
            if (anchor != null && months != null) {
                until = PaidMonths.end(from, months, anchor, brand.zone());
                period.setAnchorDay(anchor.shortValue());
            } else {
                until = from.atZone(brand.zone()).plusDays(days(brand, period)).toInstant();
                int day = brand.dayOf(until).getDayOfMonth();
                anchor = anchor == null ? null : day;
                period.setAnchorDay((short) day);
                period.setMonths(null);
            }
            period.setFromAt(from);
            period.setUntilAt(until);
            period.store();
            from = until;
        }
    }

    private static long days(Brand brand, PaidMembershipRecord period) {
        return brand.dayOf(period.getUntilAt()).toEpochDay()
                - brand.dayOf(period.getFromAt()).toEpochDay();
    }

    private PaidPeriod view(LiveProgramme programme, PaidMembershipRecord row, Instant now) {
        boolean over = isOver(row, now);
        return new PaidPeriod(
                row.getKey(),
                programme.definition().plan(row.getPlan()).map(PaidPlan::name).orElse(row.getPlan()),
                tier(programme, row.getTier()),
                row.getPrice(),
                row.getFromAt(),
                row.getUntilAt(),
                row.getSoldAt(),
                row.getSoldBy(),
                over ? null : (Long) due(programme.brand(), row, now),
                over ? null : tierAfter(programme, row, now),
                row.getRefundedAt(),
                row.getRefunded(),
                row.getRefundReason(),
                row.getRefundedBy());
    }

    /// By its id where the programme has it no more.
    private static @Nullable String tier(LiveProgramme programme, @Nullable String id) {
        String name = name(programme, programme.tier(id));
        return name == null ? id : name;
    }

    private static boolean isOver(PaidMembershipRecord row, Instant now) {
        return row.getRefundedAt() != null || !row.getUntilAt().isAfter(now);
    }

    private @Nullable String tierAfter(LiveProgramme programme, PaidMembershipRecord row, Instant now) {
        CustomerNo customer = new CustomerNo(row.getCustomerNo());
        List<Account> accounts =
                members.of(database, programme.brand().id(), List.of(customer)).getOrDefault(customer, List.of());
        return name(programme, standings.tierWithout(database, programme, customer, accounts, now, row));
    }

    private static @Nullable String name(LiveProgramme programme, int place) {
        Tier tier = programme.tier(place);
        return tier == null ? null : tier.name();
    }

    /// What was settled when it was sold, whatever became of its plan. The day it ends on counts as used.
    private static long due(Brand brand, PaidMembershipRecord row, Instant now) {
        return switch (PlanRefund.valueOf(row.getRefundRule())) {
            case NONE -> 0L;
            case ALL -> row.getPrice();
            case UNUSED_DAYS -> {
                long begin = brand.dayOf(row.getFromAt()).toEpochDay();
                long end = brand.dayOf(row.getUntilAt()).toEpochDay();
                long unused = Math.min(end - begin, end - brand.dayOf(now).toEpochDay() - 1);
                yield end <= begin || unused <= 0
                        ? 0L
                        : BigInteger.valueOf(row.getPrice())
                                .multiply(BigInteger.valueOf(unused))
                                .divide(BigInteger.valueOf(end - begin))
                                .longValueExact();
            }
        };
    }

    private LiveProgramme programme(Brand brand) {
        return programmes.current(database, brand.id()).orElseThrow(() -> new Problem(ProgrammeProblem.NO_PROGRAMME));
    }
}
