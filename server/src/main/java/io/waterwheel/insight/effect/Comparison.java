package io.waterwheel.insight.effect;

import java.util.Optional;

/// The difference between two arms of an experiment with its 95 % interval.
///
/// CUPED (Deng, Xu, Kohavi, Walker: Improving the Sensitivity of Online Controlled Experiments by Utilizing
/// Pre-Experiment Data, WSDM 2013): from each person's y the part that the same measure before the experiment, x,
/// already told is taken away, y − θ·(x − x̄) with θ = cov(x, y) ÷ var(x) pooled within the arms. Because x cannot
/// depend on who was treated, the difference keeps its expectation, and its variance shrinks by the squared
/// correlation of x and y. Where x does not vary, θ is 0 and the plain difference remains.
///
/// The standard error is Welch's, with the Welch–Satterthwaite degrees of freedom and Student's t. Treating θ
/// as known makes the interval narrower by a term of order 1 ÷ n, which is negligible from 30 people an arm on;
/// below that the effect is not shown anyway.
///
/// @param difference treated − holdout, per person
/// @param adjusted   whether the past explained anything
record Comparison(
        double treatedMean, double holdoutMean, double difference, double low, double high, boolean adjusted) {

    private static final double CONFIDENCE = 0.95;

    /// @return empty when an arm has fewer than two people, so that nothing is known of its variance
    static Optional<Comparison> of(Sums treated, Sums holdout) {
        if (treated.people() < 2 || holdout.people() < 2) {
            return Optional.empty();
        }
        double theta = theta(treated, holdout);
        double difference = treated.meanY() - holdout.meanY() - theta * (treated.meanX() - holdout.meanX());
        double a = varianceOfMean(treated, theta);
        double b = varianceOfMean(holdout, theta);
        double variance = a + b;
        double margin = variance == 0
                ? 0
                : StudentT.quantile(CONFIDENCE, freedom(a, treated.people(), b, holdout.people()))
                        * Math.sqrt(variance);
        return Optional.of(new Comparison(
                treated.meanY(), holdout.meanY(), difference, difference - margin, difference + margin, theta != 0));
    }

    boolean excludesZero() {
        return low > 0 || high < 0;
    }

    private static double theta(Sums treated, Sums holdout) {
        double spread = treated.spreadX() + holdout.spreadX();
        // Sums of squares of doubles keep about 15 digits: less spread than that is none.
        boolean varies = spread > 1e-12 * (treated.xx() + holdout.xx());
        return varies ? (treated.spreadXY() + holdout.spreadXY()) / spread : 0;
    }

    private static double varianceOfMean(Sums arm, double theta) {
        double spread = arm.spreadY() + theta * theta * arm.spreadX() - 2 * theta * arm.spreadXY();
        return Math.max(0, spread) / (arm.people() - 1) / arm.people();
    }

    private static double freedom(double a, long treated, double b, long holdout) {
        return (a + b) * (a + b) / (a * a / (treated - 1) + b * b / (holdout - 1));
    }
}
