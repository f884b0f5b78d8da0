package io.waterwheel.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTests {

    @Test
    void withoutAPastItIsWelchsInterval() {
        Comparison found = compared(sums(new double[] {27, 15, 18, 24}), sums(new double[] {30, 22, 19}));
        double a = 30.0 / 4; // variance of 27, 15, 18, 24 is 30
        double b = 97.0 / 3 / 3; // variance of 30, 22, 19 is 97 ÷ 3
        double freedom = (a + b) * (a + b) / (a * a / 3 + b * b / 2);
        double margin = StudentT.quantile(0.95, freedom) * Math.sqrt(a + b);
        assertThat(found.treatedMean()).isEqualTo(21);
        assertThat(found.holdoutMean()).isCloseTo(23.666667, within(1e-6));
        assertThat(found.difference()).isCloseTo(-2.666667, within(1e-6));
        assertThat(found.low()).isCloseTo(-2.666667 - margin, within(1e-6));
        assertThat(found.high()).isCloseTo(-2.666667 + margin, within(1e-6));
        assertThat(found.adjusted()).isFalse();
        assertThat(found.excludesZero()).isFalse();
    }

    @Test
    void aPastThatTellsEverythingLeavesTheEffectAlone() {
        Sums treated = Sums.NOBODY;
        Sums holdout = Sums.NOBODY;
        for (int i = 0; i < 40; i++) {
            treated = treated.plus(2.0 * i + 5, i);
            holdout = holdout.plus(2.0 * (i + 3), i + 3);
        }
        Comparison found = compared(treated, holdout);
        assertThat(found.adjusted()).isTrue();
        assertThat(found.difference()).as("not the raw -1").isCloseTo(5, within(1e-9));
        assertThat(found.high() - found.low()).isCloseTo(0, within(1e-6));
        assertThat(found.treatedMean() - found.holdoutMean()).isCloseTo(-1, within(1e-9));
    }

    @Test
    void aPastWithoutVarianceFallsBackToThePlainDifference() {
        Sums treated = Sums.NOBODY;
        Sums holdout = Sums.NOBODY;
        for (int i = 0; i < 50; i++) {
            treated = treated.plus(i % 2, 0.1);
            holdout = holdout.plus(i % 5 == 0 ? 1 : 0, 0.1);
        }
        Comparison found = compared(treated, holdout);
        assertThat(found.adjusted()).isFalse();
        assertThat(found.difference()).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void onePersonInAnArmTellsNothing() {
        Sums one = Sums.NOBODY.plus(1, 0);
        assertThat(Comparison.of(one, one.plus(1, 0))).isEmpty();
        assertThat(Comparison.of(one.plus(1, 0), Sums.NOBODY)).isEmpty();
        assertThat(Comparison.of(one.plus(0, 0), one.plus(1, 0))).isPresent();
    }

    @Test
    void nothingHappeningOnEitherSideIsZeroAndNotShown() {
        Sums quiet = new Sums(1_000, 0, 0, 0, 0, 0);
        Effect effect = Effect.of(EffectMetric.ORDERS, quiet, quiet).orElseThrow();
        assertThat(effect.difference()).isZero();
        assertThat(effect.low()).isZero();
        assertThat(effect.shown()).isFalse();
    }

    @Test
    void anEffectOnFewPeopleIsNotShownHoweverClear() {
        assertThat(clear(29, 1_000).shown()).isFalse();
        assertThat(clear(1_000, 29).shown()).isFalse();
        assertThat(clear(30, 30).shown()).isTrue();
        Effect effect = clear(100, 50);
        assertThat(effect.total()).isCloseTo(effect.difference() * 100, within(1e-9));
        assertThat(effect.totalLow()).isCloseTo(effect.low() * 100, within(1e-9));
        assertThat(effect.totalHigh()).isCloseTo(effect.high() * 100, within(1e-9));
    }

    @Test
    void theIntervalCoversTheTruthAndThePastNarrowsIt() {
        long seed = 20_130_204;
        Random random = new Random(seed);
        double truth = 3;
        int covered = 0;
        int coveredWithout = 0;
        double width = 0;
        double widthWithout = 0;
        int repetitions = 200;
        for (int i = 0; i < repetitions; i++) {
            Sums treated = arm(random, 1_500, truth);
            Sums holdout = arm(random, 300, 0);
            Comparison with = compared(treated, holdout);
            Comparison without = compared(forgotten(treated), forgotten(holdout));
            covered += with.low() <= truth && truth <= with.high() ? 1 : 0;
            coveredWithout += without.low() <= truth && truth <= without.high() ? 1 : 0;
            width += with.high() - with.low();
            widthWithout += without.high() - without.low();
        }
        // 200 repetitions of a true 95 %: within 4.6 standard deviations of the binomial, 0.88 … 1.
        assertThat(covered / (double) repetitions).as("seed %d", seed).isBetween(0.88, 1.0);
        assertThat(coveredWithout / (double) repetitions).as("seed %d", seed).isBetween(0.88, 1.0);
        // The past explains 9/13 of the variance, so the interval is √(4/13) = 0.55 as wide.
        assertThat(width / widthWithout).as("seed %d", seed).isBetween(0.50, 0.61);
    }

    @Test
    void whereNothingIsTrueFewAreShown() {
        long seed = 42;
        Random random = new Random(seed);
        int shown = 0;
        for (int i = 0; i < 400; i++) {
            shown += Effect.of(EffectMetric.SALES, arm(random, 400, 0), arm(random, 400, 0))
                            .orElseThrow()
                            .shown()
                    ? 1
                    : 0;
        }
        assertThat(shown).as("seed %d, 20 of 400 expected", seed).isBetween(5, 40);
    }

    /// Taste 3·N(0,1) stays from before to after, chance 2·N(0,1) does not.
    private static Sums arm(Random random, int people, double effect) {
        Sums sums = Sums.NOBODY;
        for (int i = 0; i < people; i++) {
            double taste = 3 * random.nextGaussian();
            sums = sums.plus(10 + taste + 2 * random.nextGaussian() + effect, 10 + taste);
        }
        return sums;
    }

    private static Sums forgotten(Sums sums) {
        return new Sums(sums.people(), sums.y(), sums.yy(), 0, 0, 0);
    }

    private static Effect clear(int treated, int holdout) {
        double[] some = new double[treated];
        double[] others = new double[holdout];
        for (int i = 0; i < treated; i++) {
            some[i] = 100 + i % 3;
        }
        for (int i = 0; i < holdout; i++) {
            others[i] = i % 3;
        }
        return Effect.of(EffectMetric.SALES, sums(some), sums(others)).orElseThrow();
    }

    private static Comparison compared(Sums treated, Sums holdout) {
        return Comparison.of(treated, holdout).orElseThrow();
    }

    private static Sums sums(double[] values) {
        Sums sums = Sums.NOBODY;
        for (double value : values) {
            sums = sums.plus(value, 0);
        }
        return sums;
    }
}
