package io.waterwheel.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LogSignalTests {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final LogSignal signal = new LogSignal();

    @Test
    void whatIsAppendedWhileAReaderLooksLetsItLookAgainAtOnce() {
        long before = signal.times();
        signal.appended(1);

        assertThat(waiter(before)).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void everyoneWhoWaitsIsWoken() {
        CompletableFuture<Void> one = waiter(signal.times());
        CompletableFuture<Void> other = waiter(signal.times());

        signal.appended(1);

        assertThat(CompletableFuture.allOf(one, other)).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void whatWasToldOfAlreadyWakesNobody() {
        signal.appended(7);
        long before = signal.times();

        signal.appended(7);
        signal.appended(3);

        assertThat(signal.times()).isEqualTo(before);
    }

    private CompletableFuture<Void> waiter(long before) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        signal.await(before, LONG);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                Thread::startVirtualThread);
    }
}
