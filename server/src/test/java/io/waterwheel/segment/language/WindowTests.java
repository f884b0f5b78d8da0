package io.waterwheel.segment.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WindowTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void lastReachesFromTheSecondSoManyDaysAgoToNowBothInside() {
        Instant now = Instant.parse("2025-03-30T12:34:56Z");
        Interval week = new Last(7).at(now, LONDON);
        assertThat(week.contains(now)).isTrue();
        assertThat(week.contains(now.plusSeconds(1))).isFalse();
        assertThat(week.contains(Instant.parse("2025-03-23T12:34:56Z"))).isTrue();
        assertThat(week.contains(Instant.parse("2025-03-23T12:34:55Z"))).isFalse();
    }

    @Test
    void betweenIsWholeDaysWhereTheBrandIs() {
        Interval newYear = new Between(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 1)).at(Instant.EPOCH, SHANGHAI);
        assertThat(newYear.contains(Instant.parse("2024-12-31T23:30:00Z"))).isTrue();
        assertThat(newYear.contains(Instant.parse("2024-12-31T15:59:59Z"))).isFalse();
        assertThat(newYear.contains(Instant.parse("2025-01-01T15:59:59Z"))).isTrue();
        assertThat(newYear.contains(Instant.parse("2025-01-01T16:00:00Z"))).isFalse();
    }

    @Test
    void aDayOfSummerTimeHasItsOwnLength() {
        LocalDate change = LocalDate.of(2025, 3, 30);
        Interval day = new Between(change, change).at(Instant.EPOCH, LONDON);
        assertThat(Duration.between(day.from(), day.to())).isEqualTo(Duration.ofHours(23));
    }
}
