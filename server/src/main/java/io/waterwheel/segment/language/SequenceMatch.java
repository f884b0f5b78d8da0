package io.waterwheel.segment.language;

import java.time.Duration;
import java.util.Arrays;

/// Looks for a sequence among one customer's events, told in their order: by time, then by place in the log. Constant
/// memory: of all beginnings that have come equally far, only the one that began last is kept (of a single step, the
/// first), for if any of them leads to the end, that one does.
///
/// Times are microseconds since 1970, which is what the log keeps.
public final class SequenceMatch {

    private static final long NONE = Long.MIN_VALUE;

    private final int steps;
    private final long within;
    private final long now;

    /// For each step, when the sequence that has come so far began.
    private final long[] began;

    private boolean found;

    /// @param now a single step's days are over when they end before it
    public SequenceMatch(int steps, Duration within, long now) {
        this.steps = steps;
        this.within = within.toNanos() / 1_000;
        this.now = now;
        this.began = new long[steps];
        next();
    }

    /// Begins with another customer.
    public void next() {
        Arrays.fill(began, NONE);
        found = false;
    }

    /// @param meets   bit i: it is an event of step i, the first being 0
    /// @param without it is one that must not happen
    public void add(long at, int meets, boolean without) {
        if (found) {
            return;
        }
        if (steps == 1) {
            single(at, meets != 0, without);
            return;
        }
        if (without) {
            Arrays.fill(began, NONE);
        } else {
            // The last step first, so that one event is not two steps.
            for (int step = steps - 1; step > 0; step--) {
                long start = began[step - 1];
                if ((meets & 1 << step) != 0 && start != NONE && at - start <= within) {
                    began[step] = Math.max(began[step], start);
                }
            }
            found = began[steps - 1] != NONE;
        }
        if ((meets & 1) != 0) {
            began[0] = at;
        }
    }

    private void single(long at, boolean meets, boolean without) {
        if (without) {
            found = over(at);
            began[0] = NONE;
        }
        if (meets && began[0] == NONE) {
            began[0] = at;
        }
    }

    /// Whether the days of the step that waits were over by then.
    private boolean over(long at) {
        return began[0] != NONE && began[0] + within < Math.min(at, now);
    }

    /// Whether the customer whose events were told has it.
    public boolean found() {
        return found || steps == 1 && over(now);
    }
}
