package io.waterwheel.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Compares the clock with the time that passes, and tells when it was put back, and once more a while later: who had
/// read the clock before may have written what they made of it after they were told. Once after the start too: what
/// happened before, nobody knows.
@Component
class ClockWatch extends Worker {

    private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    /// A clock that is corrected a little all the time is no reason.
    private static final Duration LITTLE = Duration.ofSeconds(10);

    /// Looks, one a second. No transaction takes longer.
    private static final int UNTIL_TOLD_AGAIN = 60;

    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private @Nullable Instant last;
    private long lastNanos;
    private int untilToldAgain;

    ClockWatch(InstantSource clock, ApplicationEventPublisher events) {
        super("clock-watch", EVERY);
        this.clock = clock;
        this.events = events;
    }

    @Override
    protected boolean work() {
        Instant now = clock.instant();
        long nanos = System.nanoTime();
        Instant before = last;
        Instant expected = before == null ? Instant.MAX : before.plusNanos(nanos - lastNanos);
        if (now.isBefore(expected.minus(LITTLE))) {
            if (before != null) {
                log.warn(
                        "clock.put-back seconds={}",
                        Duration.between(now, expected).toSeconds());
            }
            events.publishEvent(new ClockPutBack(now));
            untilToldAgain = UNTIL_TOLD_AGAIN;
        } else if (untilToldAgain > 0 && --untilToldAgain == 0) {
            events.publishEvent(new ClockPutBack(now));
        }
        last = now;
        lastNanos = nanos;
        return false;
    }

    /// Listeners need the log.
    @Override
    public int getPhase() {
        return 100;
    }
}
