package io.waterwheel.touch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
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

    @Test
    void inTheNightThatLosesAnHourTheyEndWhenTheClockSkipsTheirEnd() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30));
        // 2026-03-29: after 01:59 CET comes 03:00 CEST.
        Instant inTheNight = Instant.parse("2026-03-29T00:15:00Z");
        assertThat(night.cover(inTheNight, berlin)).isTrue();
        assertThat(night.endAfter(inTheNight, berlin)).isEqualTo("2026-03-29T01:00:00Z");
        assertThat(night.cover(Instant.parse("2026-03-29T01:00:00Z"), berlin)).isFalse();
    }

    @Test
    void inTheNightThatHasAnHourTwiceTheyEndTwice() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30));
        // 2026-10-25: 02:00 to 02:59 comes twice, first in summer time, then in winter time.
        assertThat(night.endAfter(Instant.parse("2026-10-24T23:00:00Z"), berlin))
                .isEqualTo("2026-10-25T00:30:00Z");
        Instant again = Instant.parse("2026-10-25T01:10:00Z");
        assertThat(night.cover(again, berlin)).isTrue();
        assertThat(night.endAfter(again, berlin)).isEqualTo("2026-10-25T01:30:00Z");
    }

    @Test
    void howeverTheClockChangesTheyEndAtAMomentThatTheyDoNotCover() {
        for (String name : List.of("Europe/Berlin", "America/New_York", "Pacific/Auckland", "Australia/Lord_Howe")) {
            ZoneId zone = ZoneId.of(name);
            for (int minutes = 0; minutes < 24 * 60; minutes += 45) {
                QuietHours hours = new QuietHours(
                        LocalTime.of(0, 0).plusMinutes(minutes),
                        LocalTime.of(0, 0).plusMinutes(minutes + 200L));
                for (Instant at = Instant.parse("2026-03-07T00:00:00Z");
                        at.isBefore(Instant.parse("2026-04-06T00:00:00Z"));
                        at = at.plusSeconds(47 * 60)) {
                    if (hours.cover(at, zone)) {
                        Instant end = hours.endAfter(at, zone);
                        assertThat(end).as("%s %s %s", name, hours, at).isAfter(at);
                        assertThat(hours.cover(end, zone))
                                .as("%s %s %s", name, hours, at)
                                .isFalse();
                    }
                }
            }
        }
    }
}
