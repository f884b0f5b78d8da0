package io.waterwheel.loyalty.marketplace.push;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Keeps to what each marketplace takes in a second. No marketplace says how much that is, so the first refusal
/// teaches it, and once a minute a little more is tried. Not kept over a restart: learning costs one refused call.
@Component
class CallPace {

    static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TRIES_MORE_AFTER = Duration.ofMinutes(1);

    private final Map<Long, Pace> paces = new ConcurrentHashMap<>();
    private final InstantSource clock;

    CallPace(InstantSource clock) {
        this.clock = clock;
    }

    /// Makes room for one more call.
    ///
    /// @return whether it may be made now
    boolean takes(long shop) {
        return of(shop).takes(clock.instant());
    }

    /// The call made last was one too many.
    void tooMany(long shop) {
        of(shop).tooMany(clock.instant());
    }

    private Pace of(long shop) {
        return paces.computeIfAbsent(shop, _ -> new Pace());
    }

    private static final class Pace {

        /// The calls of the last second.
        private final ArrayDeque<Instant> calls = new ArrayDeque<>();

        private int most = Integer.MAX_VALUE;
        private Instant learnt = Instant.EPOCH;

        synchronized boolean takes(Instant now) {
            forget(now);
            if (most < Integer.MAX_VALUE && Duration.between(learnt, now).compareTo(TRIES_MORE_AFTER) > 0) {
                most += 1 + most / 10;
                learnt = now;
            }
            if (calls.size() >= most) {
                return false;
            }
            calls.add(now);
            return true;
        }

        synchronized void tooMany(Instant now) {
            forget(now);
            most = Math.max(1, calls.size() - 1);
            learnt = now;
        }

        /// Also what a clock that was put back left in the future.
        private void forget(Instant now) {
            calls.removeIf(call -> call.isAfter(now) || !call.isAfter(now.minus(SECOND)));
        }
    }
}
