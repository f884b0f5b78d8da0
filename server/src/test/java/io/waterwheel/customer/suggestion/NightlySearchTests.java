package io.waterwheel.customer.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.customer.suggestion.NightlySearch.Last;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// When a brand's customers are compared by themselves.
class NightlySearchTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NIGHT = Instant.parse("2026-03-01T19:30:00Z");
    private static final Instant DAY = Instant.parse("2026-03-02T04:30:00Z");

    @Test
    void onceANightByTheBrandsOwnClock() {
        assertThat(NightlySearch.due(Optional.empty(), NIGHT, SHANGHAI, 9)).isTrue();
        assertThat(NightlySearch.due(Optional.empty(), DAY, SHANGHAI, 9)).isFalse();
        assertThat(NightlySearch.due(Optional.empty(), NIGHT, ZoneId.of("Europe/London"), 9))
                .isFalse();
        assertThat(NightlySearch.due(last(NIGHT.minusSeconds(600), 5), NIGHT, SHANGHAI, 9))
                .as("tonight already")
                .isFalse();
        assertThat(NightlySearch.due(last(NIGHT.minusSeconds(40_000), 5), NIGHT, SHANGHAI, 9))
                .as("by day, at somebody's wish")
                .isTrue();
    }

    @Test
    void notWhenNothingHasHappened() {
        assertThat(NightlySearch.due(Optional.empty(), NIGHT, SHANGHAI, 0)).isFalse();
        assertThat(NightlySearch.due(last(NIGHT.minusSeconds(90_000), 9), NIGHT, SHANGHAI, 9))
                .isFalse();
        assertThat(NightlySearch.due(last(NIGHT.minusSeconds(90_000), 8), NIGHT, SHANGHAI, 9))
                .isTrue();
    }

    private static Optional<Last> last(Instant startedAt, long logEnd) {
        return Optional.of(new Last(startedAt, logEnd));
    }
}
