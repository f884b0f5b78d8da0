package io.waterwheel.touch.send;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A wait of seconds. It is over when so much time has passed, even if the clock was put back meanwhile.
final class Pause {

    private final InstantSource clock;
    private final Instant until;
    private final long begin = System.nanoTime();
    private final long nanos;

    Pause(InstantSource clock, Duration length) {
        this.clock = clock;
        this.until = clock.instant().plus(length);
        this.nanos = length.toNanos();
    }

    boolean over() {
        return System.nanoTime() - begin >= nanos || !clock.instant().isBefore(until);
    }
}
