package io.waterwheel.journey.people;

import org.jspecify.annotations.Nullable;

/// What share of people reached the goal more than of those kept back, with a 95 % interval: Newcombe's hybrid
/// score interval for a difference of independent proportions (Newcombe 1998, Statistics in Medicine 17,
/// 873–890, method 10).
///
/// @param treated share of those not kept back, 0 … 1
/// @param control share of those kept back
/// @param low     the interval's lower end
/// @param high    its upper end
/// @param shown   whether it leaves out zero
public record GoalUplift(double treated, double control, double difference, double low, double high, boolean shown) {

    private static final double Z = 1.959963984540054;

    /// @return null when there is nobody on one side
    static @Nullable GoalUplift of(long treatedGoals, long treated, long controlGoals, long control) {
        if (treated == 0 || control == 0) {
            return null;
        }
        double p1 = (double) treatedGoals / treated;
        double p2 = (double) controlGoals / control;
        double[] one = wilson(p1, treated);
        double[] two = wilson(p2, control);
        double difference = p1 - p2;
        double low = difference - Math.hypot(p1 - one[0], two[1] - p2);
        double high = difference + Math.hypot(one[1] - p1, p2 - two[0]);
        return new GoalUplift(p1, p2, difference, low, high, low > 0 || high < 0);
    }

    private static double[] wilson(double share, long count) {
        double z2 = Z * Z;
        double centre = share + z2 / (2 * count);
        double spread = Z * Math.sqrt(share * (1 - share) / count + z2 / (4.0 * count * count));
        double scale = 1 + z2 / count;
        return new double[] {(centre - spread) / scale, (centre + spread) / scale};
    }
}
