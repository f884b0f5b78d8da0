package io.waterwheel.touch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));

    @Test
    void equalTimesMeanNone() {
        QuietHours none = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        for (int hour = 0; hour < 24; hour++) {
            assertThat(none.cover(LocalTime.of(hour, 0))).isFalse();
        }
    }

    @Test
    void theyMayReachOverMidnight() {
        assertThat(NIGHT.cover(LocalTime.of(22, 0))).isTrue();
        assertThat(NIGHT.cover(LocalTime.of(3, 0))).isTrue();
        assertThat(NIGHT.cover(LocalTime.of(7, 59))).isTrue();
        assertThat(NIGHT.cover(LocalTime.of(8, 0))).isFalse();
        assertThat(NIGHT.cover(LocalTime.of(21, 59))).isFalse();
    }

    @Test
    void theyMayLieWithinADay() {
        QuietHours noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));
        assertThat(noon.cover(LocalTime.of(13, 0))).isTrue();
        assertThat(noon.cover(LocalTime.of(14, 0))).isFalse();
        assertThat(noon.cover(LocalTime.of(2, 0))).isFalse();
    }

    @Test
    void theyEndInTheBrandsZone() {
        assertThat(NIGHT.endAfter(Instant.parse("2026-03-01T15:00:00Z"), SHANGHAI))
                .isEqualTo("2026-03-02T00:00:00Z");
        assertThat(NIGHT.endAfter(Instant.parse("2026-03-01T20:00:00Z"), SHANGHAI))
                .isEqualTo("2026-03-02T00:00:00Z");
    }
}
