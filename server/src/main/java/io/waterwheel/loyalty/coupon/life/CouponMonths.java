package io.waterwheel.loyalty.coupon.life;

import static io.waterwheel.loyalty.generated.Tables.COUPON;
import static io.waterwheel.loyalty.generated.Tables.COUPON_MONTH;

import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.loyalty.generated.tables.records.CouponMoveRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Adds up what became of coupons by the brand's months and by what they were given for, in the transaction that
/// tells of it. The caller has locked their templates: so two nodes never wait for each other here.
@Component
class CouponMonths {

    private final DSLContext database;
    private final Brands brands;

    CouponMonths(DSLContext database, Brands brands) {
        this.database = database;
        this.brands = brands;
    }

    private record Key(short brand, LocalDate month, long template, String source) {}

    private record Sum(int issued, int redeemed, long spent) {

        static final Sum NONE = new Sum(0, 0, 0);

        static Sum of(CouponMoveRecord move) {
            long spent = move.getAmount();
            return switch (CouponStep.of(move.getStep())) {
                case ISSUE -> new Sum(1, 0, spent);
                case REDEEM -> new Sum(0, 1, spent);
                case GIVE_BACK, RETURN -> new Sum(0, -1, spent);
                case REFUND -> new Sum(0, 0, spent);
                case CLAIM, REMIND, LOCK, UNLOCK, LAPSE, OFFER, TAKE_BACK, HAND_ON, EXPIRE, WITHDRAW -> NONE;
            };
        }

        Sum plus(Sum other) {
            return new Sum(issued + other.issued, redeemed + other.redeemed, spent + other.spent);
        }
    }

    void add(List<CouponMoveRecord> moves) {
        Map<Long, String> sources = sources(moves);
        Map<Key, Sum> sums = new HashMap<>();
        for (CouponMoveRecord move : moves) {
            Sum sum = Sum.of(move);
            String source = sources.get(move.getCouponId());
            if (!sum.equals(Sum.NONE) && source != null) {
                LocalDate month = brands.get(new BrandId(move.getBrandId())).monthOf(move.getAt());
                sums.merge(new Key(move.getBrandId(), month, move.getTemplateId(), source), sum, Sum::plus);
            }
        }
        if (!sums.isEmpty()) {
            write(sums);
        }
    }

    /// By coupon: what it was given for.
    private Map<Long, String> sources(List<CouponMoveRecord> moves) {
        return database.select(COUPON.ID, COUPON.ISSUE_KEY, COUPON.ORIGIN)
                .from(COUPON)
                .where(COUPON.ID.eq(DSL.any(
                        moves.stream().map(CouponMoveRecord::getCouponId).toArray(Long[]::new))))
                .fetchMap(row -> row.value1(), row -> CouponSource.of(row.value2(), row.value3()));
    }

    private void write(Map<Key, Sum> sums) {
        RowSet rows = new RowSet(
                COUPON_MONTH.BRAND_ID,
                COUPON_MONTH.MONTH,
                COUPON_MONTH.TEMPLATE_ID,
                COUPON_MONTH.SOURCE,
                COUPON_MONTH.ISSUED,
                COUPON_MONTH.REDEEMED,
                COUPON_MONTH.SPENT);
        sums.forEach((key, sum) ->
                rows.row(key.brand, key.month, key.template, key.source, sum.issued, sum.redeemed, sum.spent));
        RowSet.Given given = rows.as("given");
        database.insertInto(COUPON_MONTH, given.columns())
                .select(DSL.select(given.fields()).from(given.table()))
                .onConflict(COUPON_MONTH.BRAND_ID, COUPON_MONTH.MONTH, COUPON_MONTH.TEMPLATE_ID, COUPON_MONTH.SOURCE)
                .doUpdate()
                .set(COUPON_MONTH.ISSUED, COUPON_MONTH.ISSUED.plus(DSL.excluded(COUPON_MONTH.ISSUED)))
                .set(COUPON_MONTH.REDEEMED, COUPON_MONTH.REDEEMED.plus(DSL.excluded(COUPON_MONTH.REDEEMED)))
                .set(COUPON_MONTH.SPENT, COUPON_MONTH.SPENT.plus(DSL.excluded(COUPON_MONTH.SPENT)))
                .execute();
    }
}
