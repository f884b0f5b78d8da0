package io.waterwheel.loyalty.coupon.issue;

import static io.waterwheel.loyalty.generated.Tables.COUPON;

import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.coupon.life.CouponMoves;
import io.waterwheel.loyalty.coupon.life.CouponMoves.Moved;
import io.waterwheel.loyalty.coupon.life.CouponState;
import io.waterwheel.loyalty.coupon.life.CouponStep;
import io.waterwheel.loyalty.coupon.life.Move;
import io.waterwheel.loyalty.coupon.rule.CouponTerms;
import io.waterwheel.loyalty.coupon.rule.CouponValidity.Period;
import io.waterwheel.loyalty.coupon.template.KnownTemplates;
import io.waterwheel.loyalty.generated.tables.records.CouponRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Coupons that take the place of others, and what of the budget was taken for them: neither stock nor budget
/// is asked.
@Component
public class Replacements {

    private final DSLContext database;
    private final KnownTemplates templates;
    private final CouponMoves moves;

    Replacements(DSLContext database, KnownTemplates templates, CouponMoves moves) {
        this.database = database;
        this.templates = templates;
        this.moves = moves;
    }

    /// @return the new coupon's id
    public long of(Brand brand, CouponRecord old, Instant now) {
        CouponTerms terms = templates.get(old.getTemplateId()).terms();
        Period period = terms.validity().period(now, brand.zone());
        CouponRecord fresh = database.newRecord(COUPON);
        fresh.setBrandId(old.getBrandId());
        fresh.setTemplateId(old.getTemplateId());
        fresh.setCustomerNo(old.getCustomerNo());
        fresh.setGivenNo(old.getGivenNo());
        fresh.setIssueKey("return/" + old.getId());
        fresh.setOrigin("return");
        fresh.setState(CouponState.ISSUED.code());
        fresh.setWorth(old.getWorth());
        fresh.setValidFrom(period.from());
        fresh.setValidUntil(period.until());
        Integer days = terms.remindDays();
        fresh.setRemindAt(days == null ? null : period.until().minus(Duration.ofDays(days)));
        fresh.setIssuedAt(now);
        fresh.setChangedAt(now);
        fresh.setHandedOn(old.getHandedOn());
        fresh.store();
        moves.told(List.of(new Moved(fresh, Move.of(CouponStep.ISSUE, now, "system"))));
        return fresh.getId();
    }
}
