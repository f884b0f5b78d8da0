package io.waterwheel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockWatchTests {

    private static final Instant NOON = Instant.parse("2026-10-25T12:00:00Z");

    private Instant now = NOON;
    private final List<Object> told = new ArrayList<>();
    private final ClockWatch watch = new ClockWatch(() -> now, told::add);

    @Test
    void nobodyIsToldOfAClockThatGoesOnOrJumpsAhead() {
        afterTheStart();
        now = NOON.plus(Duration.ofDays(1));
        look(100);
        assertThat(told).isEmpty();
    }

    /// What was read off the clock before may be written down only after.
    @Test
    void aClockThatIsPutBackIsToldAtOnceAndOnceMoreAMinuteLater() {
        afterTheStart();
        now = NOON.minus(Duration.ofHours(1));
        look(1);
        assertThat(told).containsExactly(new ClockPutBack(now));
        look(59);
        assertThat(told).hasSize(1);
        look(100);
        assertThat(told).hasSize(2);
    }

    @Test
    void aClockThatIsCorrectedALittleIsNoReason() {
        afterTheStart();
        now = NOON.minus(Duration.ofSeconds(5));
        look(100);
        assertThat(told).isEmpty();
    }

    /// What happened before it, nobody knows.
    private void afterTheStart() {
        look(1);
        assertThat(told).containsExactly(new ClockPutBack(now));
        look(100);
        told.clear();
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            watch.work();
        }
    }
}
