package io.waterwheel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class LanesTests {

    @Test
    void twoAreUnderWayAtOnceAndTheResultsComeInTheOrderOfThePieces() {
        CyclicBarrier bothAreHere = new CyclicBarrier(2);

        List<Integer> doubled = Lanes.map(2, IntStream.range(0, 10).iterator(), n -> {
            meet(bothAreHere);
            return 2 * n;
        });

        assertThat(doubled).containsExactly(0, 2, 4, 6, 8, 10, 12, 14, 16, 18);
    }

    @Test
    void neverMoreAreUnderWayThanThereAreLanes() {
        AtomicInteger underWay = new AtomicInteger();

        List<Integer> seen = Lanes.map(3, IntStream.range(0, 200).iterator(), _ -> {
            int now = underWay.incrementAndGet();
            Thread.yield();
            underWay.decrementAndGet();
            return now;
        });

        assertThat(seen).hasSize(200).allMatch(now -> now <= 3);
    }

    @Test
    void theNextIsUnderWayWhileTheCallerTakesWhatBecameOfTheOneBefore() {
        CyclicBarrier bothAreHere = new CyclicBarrier(2);
        List<Integer> taken = new ArrayList<>();

        Lanes.each(
                1,
                IntStream.range(0, 5).iterator(),
                n -> {
                    if (n > 0) {
                        meet(bothAreHere);
                    }
                    return n;
                },
                n -> {
                    if (n < 4) {
                        meet(bothAreHere);
                    }
                    taken.add(n);
                });

        assertThat(taken).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void whatFailsIsThrownAsItIs() {
        assertThatThrownBy(() -> Lanes.map(2, List.of(1, 2, 3).iterator(), n -> {
                    if (n == 2) {
                        throw new IllegalArgumentException("two");
                    }
                    return n;
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two");
    }

    @Test
    void inATransactionEverythingIsDoneByItsOwnThread() {
        Thread own = Thread.currentThread();
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThat(Lanes.map(2, List.of(1, 2, 3).iterator(), _ -> Thread.currentThread()))
                    .containsOnly(own);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
