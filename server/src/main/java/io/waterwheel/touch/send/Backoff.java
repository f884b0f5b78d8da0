package io.waterwheel.touch.send;

import java.time.Duration;

/// How long to wait before trying again: 1, 2, 4 … 60 seconds, at least as long as the other side asks for.
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofSeconds(60);

    private Duration next = FIRST;

    Duration after(Duration asked) {
        Duration wait = asked.compareTo(next) > 0 ? asked : next;
        next = next.multipliedBy(2).compareTo(MOST) > 0 ? MOST : next.multipliedBy(2);
        return wait;
    }

    void reset() {
        next = FIRST;
    }
}
