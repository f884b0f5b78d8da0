package io.waterwheel.loyalty.tier;

import static io.waterwheel.loyalty.generated.Tables.TIER_GIFT;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Sweep;
import io.waterwheel.loyalty.generated.tables.records.TierGiftRecord;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Tells of tiers that were given and are over, unless the member was given the same tier for longer. Each is decided
/// while nobody gives its member anything.
@Component
public class TierGiftEnds extends Sweep {

    private static final int PIECE = 500;
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final LiveProgrammes programmes;
    private final Members members;
    private final MembershipEvents events;
    private final InstantSource clock;

    TierGiftEnds(
            DSLContext database,
            TransactionOperations transactions,
            LiveProgrammes programmes,
            Members members,
            MembershipEvents events,
            InstantSource clock) {
        super("tier-gift-ends", "tiers.gifts", EVERY);
        this.database = database;
        this.transactions = transactions;
        this.programmes = programmes;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void look() {
        Condition due = DSL.condition(TIER_GIFT.TOLD_END).not().and(TIER_GIFT.UNTIL_AT.le(clock.instant()));
        long last = 0;
        List<TierGiftRecord> found;
        do {
            found = database.selectFrom(TIER_GIFT)
                    .where(due)
                    .and(TIER_GIFT.ID.gt(last))
                    .orderBy(TIER_GIFT.ID)
                    .limit(PIECE)
                    .fetch();
            for (TierGiftRecord row : found) {
                last = row.getId();
                attempt("tiers.gifts", () -> one(row, due));
            }
        } while (found.size() == PIECE);
    }

    /// Unless another node told of it, by then.
    private void one(TierGiftRecord found, Condition due) {
        transactions.executeWithoutResult(_ -> {
            members.locked(database, new BrandId(found.getBrandId()), new CustomerNo(found.getCustomerNo()));
            database.selectFrom(TIER_GIFT)
                    .where(TIER_GIFT.ID.eq(found.getId()))
                    .and(due)
                    .forUpdate()
                    .fetchOptional()
                    .ifPresent(this::over);
        });
    }

    private void over(TierGiftRecord row) {
        boolean followed = database.fetchExists(
                TIER_GIFT,
                TIER_GIFT.CUSTOMER_NO.eq(row.getCustomerNo()),
                TIER_GIFT.BRAND_ID.eq(row.getBrandId()),
                TIER_GIFT.TIER.eq(row.getTier()),
                TIER_GIFT.FROM_AT.le(row.getUntilAt()),
                DSL.row(TIER_GIFT.UNTIL_AT, TIER_GIFT.ID).gt(DSL.row(row.getUntilAt(), row.getId())));
        row.setToldEnd(true);
        row.store();
        if (!followed) {
            // Whoever has a gift was given it under a programme.
            events.ended(
                    database,
                    programmes.current(database, new BrandId(row.getBrandId())).orElseThrow(),
                    row);
        }
    }
}
