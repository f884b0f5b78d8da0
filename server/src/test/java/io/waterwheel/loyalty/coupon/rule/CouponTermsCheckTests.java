package io.waterwheel.loyalty.coupon.rule;

import static io.waterwheel.loyalty.coupon.rule.CouponSamples.terms;
import static io.waterwheel.loyalty.coupon.rule.CouponSamples.when;
import static io.waterwheel.loyalty.coupon.rule.CouponSamples.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.problem.Problem.Fault;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CouponTermsCheckTests {

    private static final Benefit TEN = new Benefit.AmountOff(1_000);

    private static List<String> places(CouponTerms terms) {
        return CouponTermsCheck.faults(terms).stream().map(Fault::pointer).toList();
    }

    @Test
    void soundTermsHaveNoFault() {
        assertThat(places(terms(TEN))).isEmpty();
        assertThat(places(terms(new Benefit.PercentOff(15, null)))).isEmpty();
        assertThat(places(terms(new Benefit.Gift("cup", 0)))).isEmpty();
    }

    @Test
    void absurdAmountsAreRefusedWhereTheyStand() {
        assertThat(places(terms(new Benefit.AmountOff(0)))).containsExactly("/benefit/off");
        assertThat(places(terms(new Benefit.AmountOff(-5)))).containsExactly("/benefit/off");
        assertThat(places(terms(new Benefit.AmountOff(Long.MAX_VALUE)))).containsExactly("/benefit/off");
        assertThat(places(terms(new Benefit.PercentOff(100, 0L))))
                .containsExactly("/benefit/percent", "/benefit/mostOff");
        assertThat(places(terms(new Benefit.Exchange(" ", -1, 0))))
                .containsExactly("/benefit/product", "/benefit/price", "/benefit/cost");
        assertThat(places(terms(new Benefit.ShippingOff(0)))).containsExactly("/benefit/mostOff");
    }

    @Test
    void moreOffThanMustBeSpentIsRefused() {
        assertThat(places(terms(TEN, 999, CouponStacking.ALONE))).containsExactly("/benefit/off");
    }

    @Test
    void contradictionsAreRefused() {
        assertThat(places(terms(TEN, 0, new CouponStacking(true, true, 2))))
                .containsExactly("/stacking/otherKinds", "/stacking/mostPerOrder");
        assertThat(places(within(
                        terms(TEN),
                        new CouponScope(
                                List.of("a", "b", "b"), List.of(), List.of("b"), List.of(), List.of(), List.of()))))
                .containsExactly("/scope/products/2", "/scope/products/1", "/scope/products/2");
    }

    @Test
    void aCouponEndsOneWay() {
        LocalDate day = LocalDate.of(2026, 12, 1);
        assertThat(places(when(terms(TEN), new CouponValidity(day, day, 3, 0, Set.of(), null, null))))
                .containsExactly("/validity");
        assertThat(places(when(terms(TEN), new CouponValidity(null, null, null, 0, Set.of(), null, null))))
                .containsExactly("/validity");
        assertThat(places(when(terms(TEN), new CouponValidity(day, null, null, 0, Set.of(), null, null))))
                .containsExactly("/validity/until");
        assertThat(places(when(terms(TEN), CouponValidity.between(day, day.minusDays(1)))))
                .containsExactly("/validity/until");
        assertThat(places(when(
                        terms(TEN), new CouponValidity(null, null, 0, -1, Set.of(), LocalTime.NOON, LocalTime.NOON))))
                .containsExactly("/validity/days", "/validity/afterDays", "/validity/hoursUntil");
    }
}
