package io.waterwheel.loyalty.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskPerTests {

    @Test
    void periodsBeginOnTheirFirstDay() {
        LocalDate sunday = LocalDate.of(2026, 11, 29);
        assertThat(TaskPer.DAY.period(sunday)).isEqualTo(sunday);
        assertThat(TaskPer.WEEK.period(sunday)).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(TaskPer.WEEK.period(sunday.plusDays(1))).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(TaskPer.MONTH.period(sunday)).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(TaskPer.ONCE.period(sunday)).isEqualTo(TaskPer.ONCE.period(sunday.plusYears(3)));
    }

    @Test
    void eventsCountTogetherOnlyIfTheyLieCloseEnough() {
        Instant day = Instant.parse("2026-11-01T00:00:00Z");
        List<Instant> hits = List.of(day, day.plusSeconds(86_400 * 3), day.plusSeconds(86_400 * 4));
        assertThat(TaskHits.enough(hits, 3, null)).isTrue();
        assertThat(TaskHits.enough(hits, 4, null)).isFalse();
        assertThat(TaskHits.enough(hits, 2, 1))
                .as("exactly one day apart is no longer within it")
                .isFalse();
        assertThat(TaskHits.enough(hits, 2, 2)).isTrue();
        assertThat(TaskHits.enough(hits, 3, 4)).isFalse();
        assertThat(TaskHits.enough(hits, 3, 5)).isTrue();
    }
}
