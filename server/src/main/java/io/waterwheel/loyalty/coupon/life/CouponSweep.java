package io.waterwheel.loyalty.coupon.life;

import static io.waterwheel.loyalty.generated.Tables.COUPON;

import io.waterwheel.kernel.LogWorker;
import io.waterwheel.loyalty.coupon.life.CouponMoves.Moved;
import io.waterwheel.loyalty.generated.tables.records.CouponRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// What time does to coupons, thousands in one statement: locks lapse, offers come back, customers are
/// reminded, coupons expire. Until it has come by, a coupon past its time is not taken all the same.
@Component
public class CouponSweep extends LogWorker {

    private static final int PIECE = 5_000;
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final String BY = "system";

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final CouponMoves moves;
    private final InstantSource clock;

    CouponSweep(DSLContext database, TransactionOperations transactions, CouponMoves moves, InstantSource clock) {
        super("coupon-sweep", EVERY);
        this.database = database;
        this.transactions = transactions;
        this.moves = moves;
        this.clock = clock;
    }

    @Override
    protected boolean work() {
        Instant now = clock.instant();
        // Locks first: what lapses may have expired meanwhile.
        int lapsed = piece(
                COUPON.STATE.eq(DSL.inline("locked")).and(COUPON.LOCKED_UNTIL.le(now)),
                COUPON.LOCKED_UNTIL,
                CouponState.ISSUED,
                CouponStep.LAPSE,
                now,
                _ -> 0L);
        int back = piece(
                COUPON.STATE
                        .eq(DSL.inline("offered"))
                        .and(COUPON.CHANGED_AT.le(now.minus(CouponOffer.LASTS)))
                        .and(COUPON.VALID_UNTIL.gt(now)),
                COUPON.CHANGED_AT,
                CouponState.ISSUED,
                CouponStep.TAKE_BACK,
                now,
                _ -> 0L);
        int expired = piece(
                COUPON.STATE.in(DSL.inline("issued"), DSL.inline("offered")).and(COUPON.VALID_UNTIL.le(now)),
                COUPON.VALID_UNTIL,
                CouponState.EXPIRED,
                CouponStep.EXPIRE,
                now,
                CouponRecord::getWorth);
        int reminded = piece(
                COUPON.STATE
                        .eq(DSL.inline("issued"))
                        .and(COUPON.REMIND_AT.isNotNull())
                        .and(COUPON.REMIND_AT.le(now)),
                COUPON.REMIND_AT,
                CouponState.ISSUED,
                CouponStep.REMIND,
                now,
                _ -> 0L);
        return Stream.of(lapsed, back, expired, reminded).anyMatch(count -> count == PIECE);
    }

    private int piece(
            Condition due,
            Field<Instant> first,
            CouponState to,
            CouponStep step,
            Instant now,
            Function<CouponRecord, Long> released) {
        return transactions.execute(_ -> {
            // A coupon somebody is using at this moment is left for the next time.
            Long[] ids = database.select(COUPON.ID)
                    .from(COUPON)
                    .where(due)
                    .orderBy(first)
                    .limit(PIECE)
                    .forUpdate()
                    .skipLocked()
                    .fetchArray(COUPON.ID);
            if (ids.length == 0) {
                return 0;
            }
            var update = database.update(COUPON).set(COUPON.STATE, to.code()).set(COUPON.CHANGED_AT, now);
            if (step == CouponStep.LAPSE) {
                update = update.setNull(COUPON.LOCKED_UNTIL)
                        .setNull(COUPON.ORDER_ID)
                        .setNull(COUPON.STORE)
                        .setNull(COUPON.USE)
                        .set(COUPON.AMOUNT, 0L);
            } else if (step == CouponStep.REMIND) {
                update = update.setNull(COUPON.REMIND_AT);
            }
            List<CouponRecord> moved =
                    update.where(COUPON.ID.eq(DSL.any(ids))).returning().fetch();
            moves.told(moved.stream()
                    .map(coupon -> new Moved(coupon, new Move(step, now, BY, null, null, 0, released.apply(coupon))))
                    .toList());
            return ids.length;
        });
    }
}
