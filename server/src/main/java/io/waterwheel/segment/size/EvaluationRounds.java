package io.waterwheel.segment.size;

import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Sweep;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Looks what is due: every segment in its brand's night, those that are listened to every few minutes, and what is
/// to be told of them. Every node does; what one has in hand the others leave alone.
@Component
class EvaluationRounds extends Sweep {

    private static final Duration EVERY = Duration.ofSeconds(5);

    /// Of what is to be told, so that a segment that millions enter does not keep the others waiting.
    private static final int MOST_PIECES = 50;

    private final Evaluations evaluations;
    private final EvaluationRows rows;
    private final MovementFeed feed;
    private final Brands brands;

    EvaluationRounds(Evaluations evaluations, EvaluationRows rows, MovementFeed feed, Brands brands) {
        super("segment-evaluations", "segment.round", EVERY);
        this.evaluations = evaluations;
        this.rows = rows;
        this.feed = feed;
        this.brands = brands;
    }

    @Override
    protected void look() {
        rows.enrol();
        for (BrandId brand : rows.brandsDue()) {
            if (isRunning()) {
                attempt("segment.evaluate", () -> evaluations.evaluateDue(brands.get(brand)));
            }
        }
        for (int i = 0; i < MOST_PIECES && isRunning() && feed.tellSome(); i++) {
            // on to the next
        }
    }
}
