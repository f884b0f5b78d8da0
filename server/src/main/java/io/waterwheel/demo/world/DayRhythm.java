package io.waterwheel.demo.world;

/// How a day's orders spread over its hours: hardly any at night, most at noon and in the evening.
final class DayRhythm {

    static final int SECONDS = 24 * 60 * 60;

    private static final int HOUR = 60 * 60;
    private static final double[] WEIGHTS = {
        4, 2, 1, 1, 1, 2, 5, 10, 18, 32, 46, 52, 56, 48, 44, 46, 46, 44, 46, 56, 66, 62, 40, 15
    };
    private static final double[] UP_TO = new double[WEIGHTS.length + 1];

    static {
        double sum = 0;
        for (double weight : WEIGHTS) {
            sum += weight;
        }
        for (int hour = 0; hour < WEIGHTS.length; hour++) {
            UP_TO[hour + 1] = UP_TO[hour] + WEIGHTS[hour] / sum;
        }
    }

    private DayRhythm() {}

    /// The share of a day's orders that came before that second.
    static double share(long second) {
        int hour = (int) Math.min(second / HOUR, WEIGHTS.length - 1);
        return UP_TO[hour] + (UP_TO[hour + 1] - UP_TO[hour]) * (second - (double) hour * HOUR) / HOUR;
    }

    /// The second before which that share of a day's orders came.
    static double second(double share) {
        int hour = 0;
        while (hour < WEIGHTS.length - 1 && UP_TO[hour + 1] <= share) {
            hour++;
        }
        return Math.min(SECONDS - 1.0, HOUR * (hour + (share - UP_TO[hour]) / (UP_TO[hour + 1] - UP_TO[hour])));
    }
}
