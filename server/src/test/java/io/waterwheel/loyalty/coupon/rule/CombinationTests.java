package io.waterwheel.loyalty.coupon.rule;

import static io.waterwheel.loyalty.coupon.rule.CouponSamples.NOON;
import static io.waterwheel.loyalty.coupon.rule.CouponSamples.SHANGHAI;
import static io.waterwheel.loyalty.coupon.rule.CouponSamples.basket;
import static io.waterwheel.loyalty.coupon.rule.CouponSamples.held;
import static io.waterwheel.loyalty.coupon.rule.CouponSamples.line;
import static io.waterwheel.loyalty.coupon.rule.CouponSamples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CombinationTests {

    private static final CouponStacking OPEN = new CouponStacking(false, true, 2);
    private static final CouponStacking SAME_KIND = new CouponStacking(false, false, 2);

    private static final Basket BASKET =
            new Basket("s1", "store", 1_000, List.of(line("1", "a", 1, 10_000), line("2", "b", 2, 20_000)));

    private static HeldCoupon coupon(long id, long template, Benefit benefit, CouponStacking stacking) {
        return held(id, template, terms(benefit, 0, stacking));
    }

    private static Combination best(HeldCoupon... held) {
        return Combination.best(List.of(held), BASKET, NOON, SHANGHAI);
    }

    @Test
    void whatMayStandTogetherIsUsedTogether() {
        Combination best = best(
                coupon(1, 1, new Benefit.AmountOff(2_000), OPEN),
                coupon(2, 2, new Benefit.PercentOff(10, null), OPEN),
                coupon(3, 3, new Benefit.ShippingOff(800), OPEN));
        assertThat(best.discounts()).containsOnlyKeys(1L, 2L, 3L);
        assertThat(best.amount()).isEqualTo(3_000 + 2_000 + 800);
    }

    @Test
    void anExclusiveCouponWinsOnlyIfItIsWorthMoreAlone() {
        HeldCoupon ten = coupon(1, 1, new Benefit.AmountOff(1_000), OPEN);
        HeldCoupon twenty = coupon(2, 2, new Benefit.AmountOff(2_000), OPEN);
        assertThat(best(ten, twenty, coupon(3, 3, new Benefit.AmountOff(2_999), CouponStacking.ALONE))
                        .discounts())
                .containsOnlyKeys(1L, 2L);
        assertThat(best(ten, twenty, coupon(3, 3, new Benefit.AmountOff(3_001), CouponStacking.ALONE))
                        .discounts())
                .containsOnlyKeys(3L);
    }

    @Test
    void aCouponForItsOwnKindAloneStandsBesideNoOther() {
        HeldCoupon own = coupon(1, 1, new Benefit.AmountOff(1_000), SAME_KIND);
        HeldCoupon share = coupon(2, 2, new Benefit.PercentOff(5, null), OPEN);
        assertThat(Combination.misfit(List.of(own, share))).contains(own);
        assertThat(Combination.misfit(List.of(own, coupon(3, 3, new Benefit.AmountOff(1), OPEN))))
                .isEmpty();
    }

    @Test
    void noMoreOfATemplateThanItAllows() {
        HeldCoupon[] three = LongStream.range(1, 4)
                .mapToObj(id -> coupon(id, 1, new Benefit.AmountOff(1_000), OPEN))
                .toArray(HeldCoupon[]::new);
        assertThat(best(three).discounts()).containsOnlyKeys(1L, 2L);
        assertThat(Combination.misfit(List.of(three))).isPresent();
    }

    @Test
    void aCouponThatAddsNothingIsKept() {
        assertThat(best(
                                coupon(1, 1, new Benefit.AmountOff(40_000), OPEN),
                                coupon(2, 2, new Benefit.AmountOff(40_000), OPEN))
                        .discounts())
                .containsOnlyKeys(1L);
    }

    @Test
    void nobodyWithoutCouponsGetsSomething() {
        assertThat(best()).isEqualTo(Combination.NONE);
    }

    @Test
    void theBestIsWhatTryingEverythingFinds() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<HeldCoupon> held = new ArrayList<>();
            for (int i = random.nextInt(1, 8); i > 0; i--) {
                int template = random.nextInt(1, 5);
                held.add(coupon(i, template, benefit(template, seed), stacking(template, seed)));
            }
            Combination best = Combination.best(held, BASKET, NOON, SHANGHAI);
            assertThat(best.amount()).as("seed %d", seed).isEqualTo(byTrying(held));
            assertThat(Combination.misfit(held.stream()
                            .filter(one -> best.discounts().containsKey(one.id()))
                            .toList()))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(best.amount()).isLessThanOrEqualTo(BASKET.total());
        }
    }

    private static long byTrying(List<HeldCoupon> held) {
        long most = 0;
        for (int set = 0; set < 1 << held.size(); set++) {
            List<HeldCoupon> chosen = new ArrayList<>();
            for (int i = 0; i < held.size(); i++) {
                if ((set >> i & 1) == 1) {
                    chosen.add(held.get(i));
                }
            }
            if (Combination.misfit(chosen).isEmpty()) {
                most = Math.max(
                        most,
                        Combination.of(chosen, BASKET, NOON, SHANGHAI)
                                .map(Combination::amount)
                                .orElse(0L));
            }
        }
        return most;
    }

    private static Benefit benefit(int template, long seed) {
        Random random = new Random(seed * 31 + template);
        return switch (random.nextInt(4)) {
            case 0 -> new Benefit.AmountOff(random.nextLong(1, 20_000));
            case 1 -> new Benefit.PercentOff(random.nextInt(1, 99), random.nextBoolean() ? null : 3_000L);
            case 2 -> new Benefit.ShippingOff(random.nextLong(1, 1_500));
            default -> new Benefit.Exchange("b", random.nextLong(0, 9_000), 5_000);
        };
    }

    private static CouponStacking stacking(int template, long seed) {
        Random random = new Random(seed * 37 + template);
        return new CouponStacking(random.nextInt(4) == 0, random.nextBoolean(), random.nextInt(1, 4));
    }

    @Test
    void aThousandCouponsDoNotKeepATillWaiting() {
        List<HeldCoupon> held = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            held.add(coupon(i, i, new Benefit.AmountOff(10 + i), OPEN));
        }
        Combination best = Combination.best(held, basket(line("1", "a", 1, 1_000_000)), NOON, SHANGHAI);
        assertThat(best.amount()).isEqualTo(1_009 + 1_008 + 1_007 + 1_006 + 1_005);
    }
}
