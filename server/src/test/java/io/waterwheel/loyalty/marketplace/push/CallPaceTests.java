package io.waterwheel.loyalty.marketplace.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CallPaceTests {

    private static final long SHOP = 7;

    private Instant now = Instant.parse("2026-03-01T04:00:00Z");
    private final CallPace pace = new CallPace(() -> now);

    @Test
    void untilAMarketplaceRefusesThereIsNoLimit() {
        assertThat(calls(1_000)).isEqualTo(1_000);
    }

    @Test
    void whatWasLearntIsKeptToFromOneSecondToTheNext() {
        calls(5);
        pace.tooMany(SHOP);
        assertThat(calls(3)).as("four came through in this second").isZero();
        later(1_000);
        assertThat(calls(9)).isEqualTo(4);
        later(999);
        assertThat(calls(1)).isZero();
        later(1);
        assertThat(calls(9)).isEqualTo(4);
    }

    @Test
    void oneMarketplaceIsNotHeldUpByAnother() {
        calls(2);
        pace.tooMany(SHOP);
        assertThat(pace.takes(SHOP + 1)).isTrue();
    }

    @Test
    void aMinuteLaterALittleMoreIsTriedAndTheOldLimitIsSoonFoundAgain() {
        calls(5);
        pace.tooMany(SHOP);
        later(61_000);
        assertThat(calls(9)).isEqualTo(5);
        pace.tooMany(SHOP);
        later(1_000);
        assertThat(calls(9)).isEqualTo(4);
    }

    @Test
    void aMarketplaceThatRefusesTheFirstCallIsCalledOnceASecond() {
        calls(1);
        pace.tooMany(SHOP);
        later(1_000);
        assertThat(calls(9)).isEqualTo(1);
    }

    @Test
    void aClockThatIsPutBackHoldsNobodyUp() {
        calls(3);
        pace.tooMany(SHOP);
        later(-3_600_000);
        assertThat(calls(9)).isEqualTo(2);
    }

    @Test
    void inNoSecondAreThereMoreThanTheMarketplaceTakesOnceThatIsLearnt() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            int most = 1 + random.nextInt(8);
            long shop = 100 + seed;
            List<Instant> taken = new ArrayList<>();
            int refused = 0;
            // Less than a minute, in which nothing more is tried.
            for (int i = 0; i < 400; i++) {
                later(random.nextInt(120));
                if (pace.takes(shop)) {
                    Instant from = now.minusSeconds(1);
                    if (taken.stream().filter(one -> one.isAfter(from)).count() >= most) {
                        pace.tooMany(shop);
                        refused++;
                    } else {
                        taken.add(now);
                    }
                }
            }
            assertThat(refused).as("seed " + seed + ", " + most + " a second").isLessThanOrEqualTo(2);
        }
    }

    private int calls(int wanted) {
        int made = 0;
        for (int i = 0; i < wanted; i++) {
            made += pace.takes(SHOP) ? 1 : 0;
        }
        return made;
    }

    private void later(long millis) {
        now = now.plus(Duration.ofMillis(millis));
    }
}
