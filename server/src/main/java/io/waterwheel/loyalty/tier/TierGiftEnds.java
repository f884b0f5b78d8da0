package io.waterwheel.loyalty.tier;

import static io.waterwheel.loyalty.generated.Tables.TIER_GIFT;

import io.waterwheel.loyalty.generated.tables.records.TierGiftRecord;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Tells of tiers that were given and are over, unless the member was given the same tier for longer.
@Component
public class TierGiftEnds extends MemberSweep<TierGiftRecord> {

    private static final Rows<TierGiftRecord> GIFTS =
            new Rows<>(TIER_GIFT, TIER_GIFT.ID, TIER_GIFT.BRAND_ID, TIER_GIFT.CUSTOMER_NO);

    private final MembershipEvents events;
    private final InstantSource clock;

    TierGiftEnds(
            DSLContext database,
            TransactionOperations transactions,
            LiveProgrammes programmes,
            Members members,
            MembershipEvents events,
            InstantSource clock) {
        super("tier-gift-ends", "tiers.gifts", GIFTS, database, transactions, programmes, members);
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void look() {
        each(DSL.condition(TIER_GIFT.TOLD_END).not().and(TIER_GIFT.UNTIL_AT.le(clock.instant())), this::over);
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
            events.ended(database, programme(row), row);
        }
    }
}
