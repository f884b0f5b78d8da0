package io.waterwheel.segment.size;

import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks what is due: every segment in its brand's night, those that are listened to every few minutes, and what is
/// to be told of them. Every node does; what one has in hand the others leave alone.
@Component
class EvaluationRounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EvaluationRounds.class);

    private static final Duration EVERY = Duration.ofSeconds(5);

    /// Of what is to be told, so that a segment that millions enter does not keep the others waiting.
    private static final int MOST_PIECES = 50;

    private final Evaluations evaluations;
    private final EvaluationRows rows;
    private final MovementFeed feed;
    private final Brands brands;

    private volatile @Nullable Thread thread;

    EvaluationRounds(Evaluations evaluations, EvaluationRows rows, MovementFeed feed, Brands brands) {
        this.evaluations = evaluations;
        this.rows = rows;
        this.feed = feed;
        this.brands = brands;
    }

    private void round() {
        rows.enrol();
        for (BrandId brand : rows.brandsDue()) {
            if (thread != null) {
                attempt("segment.evaluate", () -> evaluations.evaluateDue(brands.get(brand)));
            }
        }
        for (int i = 0; i < MOST_PIECES && thread != null && feed.tellSome(); i++) {
            // on to the next
        }
    }

    /// What fails does not keep the others from going on.
    private void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (thread != null) {
                log.warn("{} failed", what, e);
            }
        }
    }

    private void loop() {
        while (thread != null) {
            attempt("segment.round", this::round);
            try {
                Thread.sleep(EVERY);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void start() {
        Thread started = Thread.ofVirtual().name("segment-evaluations").unstarted(this::loop);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread stopping = thread;
        thread = null;
        if (stopping != null) {
            stopping.interrupt();
            try {
                stopping.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
