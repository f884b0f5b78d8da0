package io.waterwheel.loyalty.coupon.till;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponProblem;
import io.waterwheel.loyalty.coupon.rule.Basket;
import io.waterwheel.loyalty.coupon.rule.Combination;
import io.waterwheel.loyalty.coupon.rule.CouponRules;
import io.waterwheel.loyalty.coupon.rule.CouponValidity.Period;
import io.waterwheel.loyalty.coupon.rule.Discount;
import io.waterwheel.loyalty.coupon.rule.HeldCoupon;
import io.waterwheel.loyalty.coupon.rule.Judgement;
import io.waterwheel.loyalty.coupon.template.KnownTemplates;
import io.waterwheel.loyalty.generated.tables.records.CouponRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What coupons take off one order, beside those it has already.
@Component
class OrderCoupons {

    private final KnownTemplates templates;

    OrderCoupons(KnownTemplates templates) {
        this.templates = templates;
    }

    HeldCoupon held(CouponRecord coupon) {
        return new HeldCoupon(
                coupon.getId(),
                coupon.getTemplateId(),
                templates.get(coupon.getTemplateId()).terms(),
                new Period(coupon.getValidFrom(), coupon.getValidUntil()));
    }

    /// @param taken  what coupons the order has already take off
    /// @return what each takes off, by id
    /// @throws Problem why not
    Map<Long, Discount> judge(
            Brand brand,
            List<CouponRecord> wanted,
            List<CouponRecord> others,
            Map<Long, Discount> taken,
            Basket basket,
            Instant now) {
        List<HeldCoupon> together = new ArrayList<>();
        wanted.forEach(coupon -> together.add(held(coupon)));
        int own = together.size();
        others.forEach(coupon -> together.add(held(coupon)));
        Basket left = basket;
        for (Discount before : taken.values()) {
            left = CouponRules.less(left, before);
        }
        Map<Long, Discount> discounts = new LinkedHashMap<>();
        for (HeldCoupon coupon : together.subList(0, own).stream()
                .sorted(Comparator.comparing(held -> held.terms().benefit().kind()))
                .toList()) {
            Judgement judged = CouponRules.judge(coupon.terms(), coupon.period(), basket, left, now, brand.zone());
            if (!(judged instanceof Judgement.Usable(Discount discount))) {
                throw CouponRefusals.of(brand, judged);
            }
            discounts.put(coupon.id(), discount);
            left = CouponRules.less(left, discount);
        }
        if (Combination.misfit(together).isPresent()) {
            throw new Problem(CouponProblem.COUPON_NOT_STACKABLE);
        }
        return discounts;
    }
}
