package io.waterwheel.testing;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for what another thread does, no longer than a bound.
public final class Waits {

    private static final Duration MOST = Duration.ofSeconds(20);

    private Waits() {}

    /// @throws AssertionError when it does not come true in time
    public static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + MOST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not happen within " + MOST + ": " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
