package io.waterwheel.loyalty.coupon.till;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponProblem;
import io.waterwheel.loyalty.coupon.life.CouponState;
import io.waterwheel.loyalty.coupon.life.CouponUse;
import io.waterwheel.loyalty.coupon.rule.Basket;
import io.waterwheel.loyalty.coupon.rule.BasketCheck;
import io.waterwheel.loyalty.coupon.rule.BasketLine;
import io.waterwheel.loyalty.coupon.rule.Discount;
import io.waterwheel.loyalty.generated.tables.records.CouponRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Whether coupons may be used for an order, and how.
@Component
class CouponCheck {

    private final OrderCoupons rules;
    private final UseJson uses;

    CouponCheck(OrderCoupons rules, UseJson uses) {
        this.rules = rules;
        this.uses = uses;
    }

    /// @param found the coupons that are shown and those the order has already, locked
    /// @throws Problem why they cannot be used
    Prepared judge(
            Counter counter, CouponRequest request, CodeReading.Shown shown, List<CouponRecord> found, Instant now) {
        Set<Long> ids = shown.coupons();
        Brand brand = counter.brand();
        List<CouponRecord> wanted =
                found.stream().filter(coupon -> ids.contains(coupon.getId())).toList();
        if (wanted.size() < ids.size()) {
            // Rightly signed, and not of this brand.
            throw new Problem(CouponProblem.COUPON_CODE_FORGED);
        }
        for (CouponRecord coupon : wanted) {
            if ((shown.over().contains(coupon.getId()) || shown.before(coupon))
                    && !isKept(coupon, counter, request.order(), now)) {
                throw new Problem(CouponProblem.COUPON_CODE_OLD);
            }
            CouponRefusals.ofState(counter, coupon, request.order(), now).ifPresent(problem -> {
                throw problem;
            });
        }
        boolean kept = wanted.stream().allMatch(coupon -> isKept(coupon, counter, request.order(), now));
        if (kept && request.basket() == null) {
            return new Prepared(wanted, uses(wanted), amounts(wanted));
        }
        Basket basket = basket(counter, request);
        List<CouponRecord> others = found.stream()
                .filter(coupon -> !ids.contains(coupon.getId()))
                .filter(coupon -> CouponState.of(coupon.getState()) == CouponState.REDEEMED
                        || isLocked(coupon, request.order(), now))
                .toList();
        Map<Long, Discount> taken = new LinkedHashMap<>();
        uses(others).forEach((id, use) -> taken.put(id, new Discount(use.lines(), use.shipping(), use.gift())));
        Map<Long, Discount> discounts = rules.judge(brand, wanted, others, taken, basket, now);
        Map<String, Integer> pieces = basket.lines().stream()
                .collect(Collectors.toMap(BasketLine::line, BasketLine::pieces, Integer::sum, LinkedHashMap::new));
        Map<Long, CouponUse> used = new LinkedHashMap<>();
        Map<Long, Long> amounts = new LinkedHashMap<>();
        for (CouponRecord coupon : wanted) {
            Discount discount = Objects.requireNonNull(discounts.get(coupon.getId()));
            used.put(
                    coupon.getId(),
                    new CouponUse(discount.lines(), pieces, discount.shipping(), discount.gift(), Map.of()));
            amounts.put(coupon.getId(), rules.held(coupon).terms().benefit().cost(discount));
        }
        return new Prepared(wanted, used, amounts);
    }

    private static Basket basket(Counter counter, CouponRequest request) {
        Basket basket = request.basket();
        if (basket == null) {
            throw new Problem(KernelProblem.INVALID).at("/basket", "required", new Text("须填写", "must be there"));
        }
        var faults = BasketCheck.faults(basket);
        if (!faults.isEmpty()) {
            Problem problem = new Problem(KernelProblem.INVALID);
            faults.forEach(fault -> problem.at(fault.pointer(), fault.code(), fault.detail()));
            throw problem;
        }
        return new Basket(counter.store(), basket.channel(), basket.shipping(), basket.lines());
    }

    /// Orders are numbered by store: what one store keeps is no other's.
    static boolean isKept(CouponRecord coupon, Counter counter, String order, Instant now) {
        return isLocked(coupon, order, now) && Objects.equals(coupon.getStore(), counter.store());
    }

    private static boolean isLocked(CouponRecord coupon, String order, Instant now) {
        return CouponState.of(coupon.getState()) == CouponState.LOCKED
                && order.equals(coupon.getOrderId())
                && coupon.getLockedUntil().isAfter(now);
    }

    private Map<Long, CouponUse> uses(List<CouponRecord> coupons) {
        Map<Long, CouponUse> found = new LinkedHashMap<>();
        coupons.forEach(coupon -> found.put(coupon.getId(), uses.read(coupon)));
        return found;
    }

    private static Map<Long, Long> amounts(List<CouponRecord> coupons) {
        return coupons.stream().collect(Collectors.toMap(CouponRecord::getId, CouponRecord::getAmount));
    }
}
