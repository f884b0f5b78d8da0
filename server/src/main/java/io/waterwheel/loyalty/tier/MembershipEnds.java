package io.waterwheel.loyalty.tier;

import static io.waterwheel.loyalty.generated.Tables.PAID_MEMBERSHIP;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Sweep;
import io.waterwheel.loyalty.generated.tables.records.PaidMembershipRecord;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Tells of paid memberships that end soon, while there is time to renew them, and of those that ended because
/// nobody did. Each is decided while nobody sells or refunds its member anything.
@Component
public class MembershipEnds extends Sweep {

    public static final int DAYS = 30;

    /// Of plans by the month, which thirty days before have only begun.
    public static final int DAYS_OF_SHORT = 7;

    private static final int SHORT_BELOW = 2 * DAYS;
    private static final int PIECE = 500;
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final LiveProgrammes programmes;
    private final Members members;
    private final MembershipEvents events;
    private final InstantSource clock;

    MembershipEnds(
            DSLContext database,
            TransactionOperations transactions,
            LiveProgrammes programmes,
            Members members,
            MembershipEvents events,
            InstantSource clock) {
        super("membership-ends", "memberships.ends", EVERY);
        this.database = database;
        this.transactions = transactions;
        this.programmes = programmes;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void look() {
        Instant now = clock.instant();
        attempt("memberships.ending", () -> each(endsSoon(now), row -> ending(row, now)));
        attempt("memberships.ended", () -> each(isOver(now), this::over));
    }

    private static Condition endsSoon(Instant now) {
        Condition day = PAID_MEMBERSHIP.UNTIL_AT.le(now.plus(Duration.ofDays(DAYS_OF_SHORT)));
        Condition month = PAID_MEMBERSHIP
                .UNTIL_AT
                .le(now.plus(Duration.ofDays(DAYS)))
                .and(DSL.condition(
                        "{0} - {1} >= interval {2}",
                        PAID_MEMBERSHIP.UNTIL_AT, PAID_MEMBERSHIP.FROM_AT, DSL.inline(SHORT_BELOW + " days")));
        return DSL.condition(PAID_MEMBERSHIP.TOLD_END)
                .not()
                .and(DSL.condition(PAID_MEMBERSHIP.TOLD_ENDING).not())
                .and(PAID_MEMBERSHIP.UNTIL_AT.gt(now))
                .and(PAID_MEMBERSHIP.FROM_AT.le(now))
                .and(PAID_MEMBERSHIP.REFUNDED_AT.isNull())
                .and(day.or(month))
                .andNot(renewed());
    }

    private static Condition isOver(Instant now) {
        return DSL.condition(PAID_MEMBERSHIP.TOLD_END).not().and(PAID_MEMBERSHIP.UNTIL_AT.le(now));
    }

    /// Whether the member has the plan beyond its end: renewed, or bought as somebody they turned out to be.
    private static Condition renewed() {
        var other = PAID_MEMBERSHIP.as("other");
        return DSL.exists(DSL.selectOne()
                .from(other)
                .where(other.CUSTOMER_NO.eq(PAID_MEMBERSHIP.CUSTOMER_NO))
                .and(other.BRAND_ID.eq(PAID_MEMBERSHIP.BRAND_ID))
                .and(other.PLAN.eq(PAID_MEMBERSHIP.PLAN))
                .and(other.FROM_AT.le(PAID_MEMBERSHIP.UNTIL_AT))
                .and(other.FROM_AT.lt(other.UNTIL_AT))
                .and(DSL.row(other.UNTIL_AT, other.ID).gt(DSL.row(PAID_MEMBERSHIP.UNTIL_AT, PAID_MEMBERSHIP.ID))));
    }

    private void each(Condition due, Consumer<PaidMembershipRecord> decide) {
        long last = 0;
        List<PaidMembershipRecord> found;
        do {
            found = database.selectFrom(PAID_MEMBERSHIP)
                    .where(due)
                    .and(PAID_MEMBERSHIP.ID.gt(last))
                    .orderBy(PAID_MEMBERSHIP.ID)
                    .limit(PIECE)
                    .fetch();
            for (PaidMembershipRecord row : found) {
                last = row.getId();
                attempt("memberships.ends", () -> one(row, due, decide));
            }
        } while (found.size() == PIECE);
    }

    /// Unless it is due no longer, by then.
    private void one(PaidMembershipRecord found, Condition due, Consumer<PaidMembershipRecord> decide) {
        transactions.executeWithoutResult(_ -> {
            members.locked(database, new BrandId(found.getBrandId()), new CustomerNo(found.getCustomerNo()));
            database.selectFrom(PAID_MEMBERSHIP)
                    .where(PAID_MEMBERSHIP.ID.eq(found.getId()))
                    .and(due)
                    .forUpdate()
                    .fetchOptional()
                    .ifPresent(decide);
        });
    }

    private void ending(PaidMembershipRecord row, Instant now) {
        LiveProgramme programme = programme(row);
        long days = ChronoUnit.DAYS.between(
                programme.brand().dayOf(now), programme.brand().dayOf(row.getUntilAt()));
        row.setToldEnding(true);
        row.store();
        events.ending(database, programme, row, days, now);
    }

    private void over(PaidMembershipRecord row) {
        boolean followed = database.fetchExists(
                PAID_MEMBERSHIP, PAID_MEMBERSHIP.ID.eq(row.getId()).and(renewed()));
        row.setToldEnd(true);
        row.store();
        if (row.getRefundedAt() == null && !followed) {
            events.ended(database, programme(row), row);
        }
    }

    /// Who has a paid membership was sold it under a programme.
    private LiveProgramme programme(PaidMembershipRecord row) {
        return programmes.current(database, new BrandId(row.getBrandId())).orElseThrow();
    }
}
