package io.waterwheel.exchange.topic;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to leave a cluster alone that did not work: 1, 2, 4 … 15 seconds, each up to a fifth more or less.
final class KafkaPause {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final double JITTER = 0.2;

    private KafkaPause() {}

    /// @param attempts how many have failed, from 1
    static Duration after(int attempts, RandomGenerator random) {
        long millis = Math.min(FIRST.toMillis() << Math.min(attempts - 1, 16), LONGEST.toMillis());
        return Duration.ofMillis((long) (millis * (1 - JITTER + 2 * JITTER * random.nextDouble())));
    }
}
