package io.waterwheel.demo.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The generated orders, looked at as an analyst would, give back the parameters they were drawn with.
class PurchaseProcessTests {

    private static final DemoWorld WORLD = new DemoWorld(20, LocalDate.of(2025, 11, 20));

    /// With some 4,000 buyers of a habit the standard error of the mean rate is about 3 %, of the mean dropout
    /// about 6 %; three of each are allowed.
    @ParameterizedTest
    @EnumSource
    void aFitFindsTheRateAndTheDropoutOfEachHabit(Habit habit) {
        BgNbdEstimate estimate = BgNbdEstimate.of(seen(habit));
        assertThat(estimate.meanRate()).as("mean rate").isCloseTo(habit.meanRate(), withPercentage(9));
        assertThat(estimate.meanDropout()).as("mean dropout").isCloseTo(habit.meanDropout(), withPercentage(18));
    }

    private static List<BgNbdEstimate.Seen> seen(Habit habit) {
        Season season = WORLD.season();
        Map<Customer, List<Double>> weeks = new LinkedHashMap<>();
        for (Sale sale : WORLD.sales()) {
            Customer buyer = sale.buyer();
            if (buyer != null && buyer.habit() == habit) {
                weeks.computeIfAbsent(buyer, unused -> new ArrayList<>()).add(season.at(sale.at()) / 7);
            }
        }
        double end = season.length() / 7;
        return weeks.values().stream()
                .map(at -> new BgNbdEstimate.Seen(at.size() - 1, at.getLast() - at.getFirst(), end - at.getFirst()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void orderValuesAreLogNormal(Habit habit) {
        double[] logs = WORLD.sales().stream()
                .filter(sale -> sale.buyer() != null && sale.buyer().habit() == habit)
                .mapToDouble(sale -> Math.log(sale.amount() / 100.0))
                .toArray();
        double mean = moment(logs, 0, 1);
        double sigma = Math.sqrt(moment(logs, mean, 2));
        // Prices are not continuous, and a basket is only about as full as was meant.
        assertThat(Math.exp(mean)).as("median").isCloseTo(habit.medianYuan(), withPercentage(6));
        assertThat(sigma).as("sigma").isCloseTo(habit.sigma(), withPercentage(6));
        assertThat(moment(logs, mean, 3) / Math.pow(sigma, 3)).as("skewness").isCloseTo(0, within(0.3));
    }

    private static double moment(double[] values, double around, int power) {
        double sum = 0;
        for (double value : values) {
            sum += Math.pow(value - around, power);
        }
        return sum / values.length;
    }

    @Test
    void theFitItselfFindsKnownParameters() {
        List<BgNbdEstimate.Seen> buyers = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Draws draws = Draws.of(3, "buyer", i);
            double rate = draws.gamma(0.9, 9);
            double leaves = draws.beta(0.8, 2.4);
            double observed = draws.between(20, 100);
            int repeats = 0;
            double last = 0;
            for (double at = draws.exponential() / rate; at < observed; at += draws.exponential() / rate) {
                repeats++;
                last = at;
                if (draws.chance(leaves)) {
                    break;
                }
            }
            buyers.add(new BgNbdEstimate.Seen(repeats, last, observed));
        }
        BgNbdEstimate estimate = BgNbdEstimate.of(buyers);
        assertThat(estimate.meanRate()).isCloseTo(0.1, withPercentage(6));
        assertThat(estimate.meanDropout()).isCloseTo(0.25, withPercentage(9));
    }
}
