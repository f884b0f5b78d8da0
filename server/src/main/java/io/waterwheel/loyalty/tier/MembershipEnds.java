package io.waterwheel.loyalty.tier;

import static io.waterwheel.loyalty.generated.Tables.PAID_MEMBERSHIP;

import io.waterwheel.loyalty.generated.tables.records.PaidMembershipRecord;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Tells of paid memberships that end soon, while there is time to renew them, and of those that ended because
/// nobody did.
@Component
public class MembershipEnds extends MemberSweep<PaidMembershipRecord> {

    public static final int DAYS = 30;

    /// Of plans by the month, which thirty days before have only begun.
    public static final int DAYS_OF_SHORT = 7;

    private static final int SHORT_BELOW = 2 * DAYS;
    private static final Rows<PaidMembershipRecord> PERIODS =
            new Rows<>(PAID_MEMBERSHIP, PAID_MEMBERSHIP.ID, PAID_MEMBERSHIP.BRAND_ID, PAID_MEMBERSHIP.CUSTOMER_NO);

    private final MembershipEvents events;
    private final InstantSource clock;

    MembershipEnds(
            DSLContext database,
            TransactionOperations transactions,
            LiveProgrammes programmes,
            Members members,
            MembershipEvents events,
            InstantSource clock) {
        super("membership-ends", "memberships.ends", PERIODS, database, transactions, programmes, members);
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
}
