package io.waterwheel.loyalty.coupon.issue;

import static io.waterwheel.loyalty.generated.Tables.COUPON;
import static io.waterwheel.loyalty.generated.Tables.COUPON_TEMPLATE;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.PastCoupon;
import io.waterwheel.loyalty.coupon.life.CouponMoves;
import io.waterwheel.loyalty.coupon.life.CouponMoves.Moved;
import io.waterwheel.loyalty.coupon.life.CouponState;
import io.waterwheel.loyalty.coupon.life.CouponStep;
import io.waterwheel.loyalty.coupon.life.Move;
import io.waterwheel.loyalty.coupon.rule.CouponTerms;
import io.waterwheel.loyalty.coupon.rule.CouponValidity.Period;
import io.waterwheel.loyalty.generated.tables.records.CouponRecord;
import io.waterwheel.loyalty.generated.tables.records.CouponTemplateRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Keeps coupons that were issued, and maybe redeemed, before they were kept here. Those whose time is over expire
/// with the next sweep.
@Component
public class PastIssues {

    private final DSLContext database;
    private final CouponMoves moves;
    private final JsonMapper json;

    PastIssues(DSLContext database, CouponMoves moves, JsonMapper json) {
        this.database = database;
        this.moves = moves;
        this.json = json;
    }

    /// @throws Problem `not-found`
    @Transactional
    public void write(Brand brand, CouponTemplateId id, List<PastCoupon> coupons) {
        CouponTemplateRecord template = database.selectFrom(COUPON_TEMPLATE)
                .where(COUPON_TEMPLATE.ID.eq(id.value()))
                .and(COUPON_TEMPLATE.BRAND_ID.eq(brand.id().value()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "coupon template " + id));
        Map<String, PastCoupon> fresh = fresh(brand, coupons);
        if (fresh.isEmpty()) {
            return;
        }
        database.update(COUPON_TEMPLATE)
                .set(COUPON_TEMPLATE.ISSUED, COUPON_TEMPLATE.ISSUED.plus(fresh.size()))
                .set(COUPON_TEMPLATE.RESERVED, COUPON_TEMPLATE.RESERVED.plus(fresh.size() * template.getWorth()))
                .where(COUPON_TEMPLATE.ID.eq(template.getId()))
                .execute();
        moves.told(insert(brand, template, fresh));
    }

    private Map<String, PastCoupon> fresh(Brand brand, List<PastCoupon> coupons) {
        Set<String> known = database.select(COUPON.ISSUE_KEY)
                .from(COUPON)
                .where(COUPON.BRAND_ID.eq(brand.id().value()))
                .and(COUPON.ISSUE_KEY.eq(
                        DSL.any(coupons.stream().map(PastCoupon::key).toArray(String[]::new))))
                .fetchSet(COUPON.ISSUE_KEY);
        return coupons.stream()
                .filter(coupon -> !known.contains(coupon.key()))
                .collect(Collectors.toMap(PastCoupon::key, coupon -> coupon, (one, _) -> one, LinkedHashMap::new));
    }

    private List<Moved> insert(Brand brand, CouponTemplateRecord template, Map<String, PastCoupon> fresh) {
        CouponTerms terms = json.readValue(template.getTerms().data(), CouponTerms.class);
        RowSet rows = new RowSet(
                COUPON.BRAND_ID,
                COUPON.TEMPLATE_ID,
                COUPON.CUSTOMER_NO,
                COUPON.GIVEN_NO,
                COUPON.ISSUE_KEY,
                COUPON.ORIGIN,
                COUPON.STATE,
                COUPON.WORTH,
                COUPON.VALID_FROM,
                COUPON.VALID_UNTIL,
                COUPON.ISSUED_AT,
                COUPON.CHANGED_AT,
                COUPON.STORE,
                COUPON.ORDER_ID,
                COUPON.AMOUNT,
                COUPON.REDEEMED_AT);
        for (PastCoupon coupon : fresh.values()) {
            Period period = terms.validity().period(coupon.issuedAt(), brand.zone());
            PastCoupon.Redeemed redeemed = coupon.redeemed();
            rows.row(
                    brand.id().value(),
                    template.getId(),
                    coupon.customer().value(),
                    coupon.customer().value(),
                    coupon.key(),
                    coupon.origin(),
                    (redeemed == null ? CouponState.ISSUED : CouponState.REDEEMED).code(),
                    template.getWorth(),
                    period.from(),
                    period.until(),
                    coupon.issuedAt(),
                    redeemed == null ? coupon.issuedAt() : redeemed.at(),
                    redeemed == null ? null : redeemed.store(),
                    redeemed == null ? null : redeemed.order(),
                    redeemed == null ? 0L : redeemed.amount(),
                    redeemed == null ? null : redeemed.at());
        }
        RowSet.Given given = rows.as("given");
        List<Moved> moved = new ArrayList<>();
        database.insertInto(COUPON, given.columns())
                .select(DSL.select(given.fields()).from(given.table()))
                .returning()
                .fetch()
                .forEach(row -> moved.addAll(moves(row)));
        return moved;
    }

    private static List<Moved> moves(CouponRecord row) {
        String by = Actor.current().name();
        List<Moved> moves = new ArrayList<>();
        moves.add(new Moved(row, Move.of(CouponStep.ISSUE, row.getIssuedAt(), by)));
        if (row.getRedeemedAt() != null) {
            moves.add(new Moved(
                    row,
                    new Move(
                            CouponStep.REDEEM,
                            row.getRedeemedAt(),
                            by,
                            row.getStore(),
                            row.getOrderId(),
                            row.getAmount(),
                            0)));
        }
        return moves;
    }
}
