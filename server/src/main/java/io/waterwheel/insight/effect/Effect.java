package io.waterwheel.insight.effect;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/// What the broadcast changed in one measure.
///
/// @param treatedMean per person assigned to receive it
/// @param difference  treated − holdout, adjusted for the time before where that helps; `low` and `high` are its 95
///                    %
///                    interval
/// @param total       the difference for all treated together
/// @param shown       whether it is: the interval leaves out zero and each arm has at least 30 people
public record Effect(
        EffectMetric metric,
        double treatedMean,
        double holdoutMean,
        double difference,
        double low,
        double high,
        double total,
        double totalLow,
        double totalHigh,
        boolean shown,
        Method method) {

    private static final int FEW = 30;

    /// How the difference was taken.
    public enum Method {
        @JsonProperty("cuped")
        CUPED,
        @JsonProperty("difference")
        DIFFERENCE
    }

    /// @return empty when an arm has fewer than two people
    static Optional<Effect> of(EffectMetric metric, Sums treated, Sums holdout) {
        return Comparison.of(treated, holdout)
                .map(found -> new Effect(
                        metric,
                        found.treatedMean(),
                        found.holdoutMean(),
                        found.difference(),
                        found.low(),
                        found.high(),
                        found.difference() * treated.people(),
                        found.low() * treated.people(),
                        found.high() * treated.people(),
                        found.excludesZero() && Math.min(treated.people(), holdout.people()) >= FEW,
                        found.adjusted() ? Method.CUPED : Method.DIFFERENCE));
    }
}
