package io.waterwheel.intake.source;

import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.intake.SourceId;
import io.waterwheel.kernel.problem.Problem;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Holds a source to the pace it was given, on this node: ten seconds' worth of events may come at once, and a batch
/// that was begun is taken whole, its excess made up for by waiting.
@Component
public class SourcePace {

    private static final int BURST_SECONDS = 10;

    private final InstantSource clock;
    private final Map<SourceId, Allowance> allowances = new ConcurrentHashMap<>();

    SourcePace(InstantSource clock) {
        this.clock = clock;
    }

    /// Asked before a body is read.
    ///
    /// @throws Problem `too-many-requests`
    public void admit(Reporter reporter) {
        take(reporter, 0);
    }

    /// @throws Problem `too-many-requests`; then these were not counted
    public void take(Reporter reporter, int events) {
        Integer perSecond = reporter.eventsPerSecond();
        if (perSecond == null) {
            return;
        }
        int wait = allowances
                .computeIfAbsent(reporter.id(), id -> new Allowance())
                .take(events, perSecond, clock.millis());
        if (wait > 0) {
            throw new Problem(IntakeProblem.TOO_MANY_REQUESTS)
                    .with("source", reporter.name())
                    .with("limit", perSecond)
                    .with("seconds", wait);
        }
    }

    /// Events that may come now; below zero when a batch took more than there was.
    private static final class Allowance {

        private double left = Double.MAX_VALUE;
        private long at;

        /// @return seconds to wait, 0 when it was taken
        synchronized int take(int events, int perSecond, long now) {
            double gained = Math.max(0, now - at) / 1000.0 * perSecond;
            left = Math.min(left + gained, (double) BURST_SECONDS * perSecond);
            at = now;
            if (left < 1) {
                return (int) Math.ceil((1 - left) / perSecond);
            }
            left -= events;
            return 0;
        }
    }
}
