package io.waterwheel.loyalty.coupon.rule;

import io.waterwheel.loyalty.coupon.rule.Judgement.Usable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Coupons used together for one basket.
///
/// @param discounts what each takes off, by the coupon's id, in the order in which they are taken off
public record Combination(Map<Long, Discount> discounts) {

    /// More coupons than this no order takes.
    public static final int MOST = 5;

    /// Of so many coupons that are worth most by themselves the best combination is found; others are left
    /// out, so that somebody with hundreds of coupons does not keep a till waiting.
    static final int CONSIDERED = 20;

    public static final Combination NONE = new Combination(Map.of());

    public long amount() {
        return discounts.values().stream().mapToLong(Discount::amount).sum();
    }

    private long gifts() {
        return discounts.values().stream()
                .filter(discount -> discount.gift() != null)
                .count();
    }

    /// The first of these coupons that may not stand beside the others; empty when all may.
    public static Optional<HeldCoupon> misfit(List<HeldCoupon> together) {
        return together.stream().filter(coupon -> !mayStandIn(coupon, together)).findFirst();
    }

    private static boolean mayStandIn(HeldCoupon coupon, List<HeldCoupon> together) {
        if (together.size() > MOST) {
            return false;
        }
        CouponStacking stacking = coupon.terms().stacking();
        long alike = together.stream()
                .filter(other -> other.template() == coupon.template())
                .count();
        boolean sameKind = together.stream()
                .allMatch(other -> other.terms().benefit().kind()
                        == coupon.terms().benefit().kind());
        return (together.size() == 1 || !stacking.exclusive())
                && alike <= stacking.mostPerOrder()
                && (sameKind || stacking.otherKinds());
    }

    /// Takes coupons off one after the other; empty as soon as one of them is not usable or gives nothing any
    /// more.
    static Optional<Combination> of(List<HeldCoupon> coupons, Basket basket, Instant at, ZoneId zone) {
        Map<Long, Discount> discounts = new LinkedHashMap<>();
        Basket left = basket;
        for (HeldCoupon coupon : coupons.stream().sorted(order()).toList()) {
            Judgement judged = CouponRules.judge(coupon.terms(), coupon.period(), basket, left, at, zone);
            if (!(judged instanceof Usable(Discount discount))) {
                return Optional.empty();
            }
            discounts.put(coupon.id(), discount);
            left = left.less(discount);
        }
        return Optional.of(new Combination(discounts));
    }

    private static Comparator<HeldCoupon> order() {
        return Comparator.<HeldCoupon, Benefit.Kind>comparing(
                        coupon -> coupon.terms().benefit().kind())
                .thenComparing(HeldCoupon::template)
                .thenComparing(HeldCoupon::id);
    }

    /// The combination that takes off most; of those that take off the same, the one with more gifts, then with
    /// fewer coupons, then with coupons that end sooner.
    public static Combination best(List<HeldCoupon> held, Basket basket, Instant at, ZoneId zone) {
        List<HeldCoupon> considered = considered(held, basket, at, zone);
        Search search = new Search(considered, basket, at, zone);
        search.from(0, new ArrayList<>());
        return search.best;
    }

    private static List<HeldCoupon> considered(List<HeldCoupon> held, Basket basket, Instant at, ZoneId zone) {
        Map<Long, Long> worth = new LinkedHashMap<>();
        List<HeldCoupon> usable = new ArrayList<>();
        Map<Long, Integer> alike = new LinkedHashMap<>();
        for (HeldCoupon coupon : held.stream().sorted(ending()).toList()) {
            Judgement judged = CouponRules.judge(coupon.terms(), coupon.period(), basket, at, zone);
            int most = Math.min(MOST, coupon.terms().stacking().mostPerOrder());
            if (judged instanceof Usable(Discount discount)
                    && alike.merge(coupon.template(), 1, Integer::sum) <= most) {
                usable.add(coupon);
                worth.put(coupon.id(), discount.gift() == null ? discount.amount() : Long.MAX_VALUE);
            }
        }
        return usable.stream()
                .sorted(Comparator.<HeldCoupon, Long>comparing(coupon -> worth.getOrDefault(coupon.id(), 0L))
                        .reversed())
                .limit(CONSIDERED)
                .sorted(ending())
                .toList();
    }

    private static Comparator<HeldCoupon> ending() {
        return Comparator.<HeldCoupon, Instant>comparing(
                        coupon -> coupon.period().until())
                .thenComparing(HeldCoupon::id);
    }

    /// Looks at every set of up to [#MOST] coupons, those that end sooner first, so that of equals they win.
    private static final class Search {

        private final List<HeldCoupon> coupons;
        private final Basket basket;
        private final Instant at;
        private final ZoneId zone;
        private Combination best = NONE;

        Search(List<HeldCoupon> coupons, Basket basket, Instant at, ZoneId zone) {
            this.coupons = coupons;
            this.basket = basket;
            this.at = at;
            this.zone = zone;
        }

        void from(int next, List<HeldCoupon> chosen) {
            Set<Long> templates = new HashSet<>();
            for (int i = next; i < coupons.size() && chosen.size() < MOST; i++) {
                // Of coupons that are alike, the later is taken only beside the sooner.
                if (!templates.add(coupons.get(i).template())) {
                    continue;
                }
                chosen.add(coupons.get(i));
                if (misfit(chosen).isEmpty()) {
                    of(chosen, basket, at, zone).ifPresent(found -> {
                        if (better(found)) {
                            best = found;
                        }
                    });
                    from(i + 1, chosen);
                }
                chosen.removeLast();
            }
        }

        private boolean better(Combination found) {
            if (found.amount() != best.amount()) {
                return found.amount() > best.amount();
            }
            if (found.gifts() != best.gifts()) {
                return found.gifts() > best.gifts();
            }
            return best != NONE && found.discounts().size() < best.discounts().size();
        }
    }
}
