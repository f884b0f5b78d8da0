package io.waterwheel.loyalty.coupon.life;

import static io.waterwheel.loyalty.generated.Tables.COUPON;
import static io.waterwheel.loyalty.generated.Tables.COUPON_MOVE;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.loyalty.generated.tables.records.CouponRecord;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes coupons from one state to the next, and writes down that it did, in the caller's transaction.
@Component
public class CouponMoves {

    private final DSLContext database;

    CouponMoves(DSLContext database) {
        this.database = database;
    }

    /// A coupon as it will be, and why.
    public record Moved(CouponRecord coupon, Move move) {}

    /// Coupons, locked until the transaction ends; in the order of their ids, so that two callers who want
    /// the same ones wait for each other and never both.
    public List<CouponRecord> take(BrandId brand, Collection<Long> ids) {
        return take(brand, COUPON.ID.eq(DSL.any(ids.toArray(Long[]::new))));
    }

    /// The same of an order. Orders are numbered by store.
    ///
    /// @param store null for a shop without one
    public List<CouponRecord> ofOrder(BrandId brand, @Nullable String store, String order) {
        return take(brand, isOf(store, order));
    }

    /// Coupons by id and those an order has already.
    public List<CouponRecord> take(BrandId brand, Collection<Long> ids, @Nullable String store, String order) {
        return take(brand, COUPON.ID.eq(DSL.any(ids.toArray(Long[]::new))).or(isOf(store, order)));
    }

    private static Condition isOf(@Nullable String store, String order) {
        return COUPON.ORDER_ID.eq(order).and(COUPON.STORE.isNotDistinctFrom(store));
    }

    private List<CouponRecord> take(BrandId brand, Condition which) {
        return database.selectFrom(COUPON)
                .where(COUPON.BRAND_ID.eq(brand.value()))
                .and(which)
                .orderBy(COUPON.ID)
                .forUpdate()
                .fetch();
    }

    /// Moves a coupon that was taken before: its state, nothing else.
    ///
    /// @throws IllegalStateException where the state does not allow the step; whoever calls has looked before
    public static Moved moved(CouponRecord coupon, Move move) {
        CouponState from = CouponState.of(coupon.getState());
        CouponState to = CouponTransitions.next(from, move.step())
                .orElseThrow(() -> new IllegalStateException(from + " does not allow " + move.step()));
        coupon.setState(to.code());
        coupon.setChangedAt(move.at());
        return new Moved(coupon, move);
    }

    /// Writes what was moved.
    public void write(List<Moved> moved) {
        if (moved.isEmpty()) {
            return;
        }
        if (moved.size() == 1) {
            moved.getFirst().coupon().update();
        } else {
            database.batchUpdate(moved.stream().map(Moved::coupon).toList()).execute();
        }
        told(moved);
    }

    /// Writes down that coupons were moved; the coupons themselves are changed by the caller.
    public void told(List<Moved> moved) {
        RowSet rows = new RowSet(
                COUPON_MOVE.BRAND_ID,
                COUPON_MOVE.COUPON_ID,
                COUPON_MOVE.TEMPLATE_ID,
                COUPON_MOVE.CUSTOMER_NO,
                COUPON_MOVE.STEP,
                COUPON_MOVE.AT,
                COUPON_MOVE.BY_NAME,
                COUPON_MOVE.STORE,
                COUPON_MOVE.ORDER_ID,
                COUPON_MOVE.AMOUNT,
                COUPON_MOVE.RELEASED);
        for (Moved each : moved) {
            CouponRecord coupon = each.coupon();
            Move move = each.move();
            rows.row(
                    coupon.getBrandId(),
                    coupon.getId(),
                    coupon.getTemplateId(),
                    coupon.getGivenNo(),
                    move.step().code(),
                    move.at(),
                    move.by(),
                    move.store(),
                    move.order(),
                    move.amount(),
                    move.released());
        }
        RowSet.Given given = rows.as("given");
        database.insertInto(COUPON_MOVE, given.columns())
                .select(DSL.select(given.fields()).from(given.table()))
                .execute();
    }
}
