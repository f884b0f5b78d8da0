package io.waterwheel.loyalty.whatif;

import static io.waterwheel.loyalty.generated.Tables.PAID_MEMBERSHIP;
import static io.waterwheel.loyalty.generated.Tables.TIER_GIFT;

import io.waterwheel.access.Brand;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Record4;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The tiers that were given or paid for, read as they come.
@Component
class LentTierRows implements LentTierSource {

    private static final int FETCH = 5_000;

    private final DSLContext database;
    private final TransactionOperations transactions;

    LentTierRows(DSLContext database, TransactionOperations transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    @Override
    public void read(Brand brand, Taker taker) {
        short id = brand.id().value();
        // Rows come in pieces only within a transaction.
        transactions.executeWithoutResult(_ -> {
            try (var rows = database.select(
                            TIER_GIFT.CUSTOMER_NO, TIER_GIFT.TIER, TIER_GIFT.FROM_AT, TIER_GIFT.UNTIL_AT)
                    .from(TIER_GIFT)
                    .where(TIER_GIFT.BRAND_ID.eq(id))
                    .unionAll(DSL.select(
                                    PAID_MEMBERSHIP.CUSTOMER_NO,
                                    PAID_MEMBERSHIP.TIER,
                                    PAID_MEMBERSHIP.FROM_AT,
                                    PAID_MEMBERSHIP.UNTIL_AT)
                            .from(PAID_MEMBERSHIP)
                            .where(PAID_MEMBERSHIP.BRAND_ID.eq(id))
                            .and(PAID_MEMBERSHIP.TIER.isNotNull()))
                    .fetchSize(FETCH)
                    .fetchLazy()) {
                for (Record4<Integer, String, Instant, Instant> row : rows) {
                    taker.lent(
                            row.value1(),
                            row.value2(),
                            row.value3().toEpochMilli(),
                            row.value4().toEpochMilli());
                }
            }
        });
    }
}
