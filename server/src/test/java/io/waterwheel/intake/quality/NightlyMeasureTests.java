package io.waterwheel.intake.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class NightlyMeasureTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NIGHT = Instant.parse("2026-03-01T19:00:00Z");

    @Test
    void itMeasuresOnceANightOfTheBrandAndOnlyWhenSomethingHappened() {
        assertThat(NightlyMeasure.due(null, 0, NIGHT, SHANGHAI, 5)).isTrue();
        assertThat(NightlyMeasure.due(null, 0, NIGHT.minusSeconds(7200), SHANGHAI, 5))
                .as("evening")
                .isFalse();
        assertThat(NightlyMeasure.due(NIGHT.minusSeconds(600), 3, NIGHT, SHANGHAI, 5))
                .as("done this night")
                .isFalse();
        assertThat(NightlyMeasure.due(NIGHT.minusSeconds(86_400), 5, NIGHT, SHANGHAI, 5))
                .as("nothing new")
                .isFalse();
        assertThat(NightlyMeasure.due(NIGHT.minusSeconds(86_400), 3, NIGHT, SHANGHAI, 5))
                .isTrue();
    }
}
