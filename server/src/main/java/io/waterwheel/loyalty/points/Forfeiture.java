package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.LOT;

import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// Nobody can spend the points of somebody who was forgotten, so the brand does not owe them any longer: they
/// expire now, and whatever is given back or comes in later expires as it comes, see [Book]. It is booked with all that
/// expires, so the ledger adds up as before. What was owed to the brand stays as it is.
public final class Forfeiture {

    private Forfeiture() {}

    /// @param whose finds accounts
    /// @return how many lots end now that would have lasted
    public static int of(DSLContext transaction, Condition whose, Instant now) {
        LedgerLock.take(transaction);
        return transaction
                .update(LOT)
                .set(LOT.EXPIRES_AT, now)
                .from(ACCOUNT)
                .where(whose)
                .and(LOT.BRAND_ID.eq(ACCOUNT.BRAND_ID))
                .and(LOT.OPENED_NO.eq(ACCOUNT.OPENED_NO))
                .and(LOT.EXPIRES_AT.isNull().or(LOT.EXPIRES_AT.gt(now)))
                .execute();
    }
}
