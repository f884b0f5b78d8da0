package io.waterwheel.exchange.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// When to try again: 5, 10, 20 seconds … up to a quarter of an hour, each up to a fifth more or less, so that many
/// receivers behind one machine are not all asked in the same second.
final class RetrySchedule {

    /// How long one event is tried before it is put aside.
    static final Duration DAY = Duration.ofDays(1);

    /// How long nothing may come through before the webhook is disabled.
    static final Duration PATIENCE = Duration.ofDays(5);

    /// How often an event is tried that the receiver has read and does not want.
    static final int TRIES_WHEN_REJECTED = 3;

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final double JITTER = 0.2;

    private RetrySchedule() {}

    /// @param attempts how many have failed, from 1
    static Duration pause(int attempts, RandomGenerator random) {
        int doublings = Math.min(attempts - 1, 20);
        long millis = Math.min(FIRST.toMillis() << doublings, LONGEST.toMillis());
        return Duration.ofMillis((long) (millis * (1 - JITTER + 2 * JITTER * random.nextDouble())));
    }
}
