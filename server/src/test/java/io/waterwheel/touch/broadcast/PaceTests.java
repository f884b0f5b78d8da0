package io.waterwheel.touch.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.touch.policy.QuietHours;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PaceTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(9, 0));
    private static final SortedMap<Instant, Long> NOBODY = new TreeMap<>();

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    @Test
    void withoutNightsItIsADivision() {
        Instant now = Instant.parse("2026-11-20T02:00:00Z");
        assertThat(new Pace(2, NONE, SHANGHAI).end(now, 7_200, NOBODY)).contains(now.plusSeconds(3_600));
        assertThat(new Pace(2, NONE, SHANGHAI).end(now, 0, NOBODY)).contains(now);
    }

    @Test
    void whatDoesNotFitIntoADayGoesOnTheNextMorning() {
        Pace pace = new Pace(1, NIGHT, SHANGHAI);
        assertThat(pace.end(at("2026-11-20T20:00", SHANGHAI), 5_400, NOBODY))
                .contains(at("2026-11-21T09:30", SHANGHAI));
        assertThat(pace.end(at("2026-11-20T23:00", SHANGHAI), 600, NOBODY)).contains(at("2026-11-21T09:10", SHANGHAI));
        // Two whole days of twelve hours, and an hour.
        assertThat(pace.end(at("2026-11-20T09:00", SHANGHAI), 25 * 3_600, NOBODY))
                .contains(at("2026-11-22T10:00", SHANGHAI));
    }

    @Test
    void aNightWhoseClocksChangeIsAsLongAsItIs() {
        Pace pace = new Pace(1, new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30)), BERLIN);
        // In spring the clocks leave 02:30 out: the night ends when they do.
        assertThat(pace.end(at("2027-03-27T21:59:50", BERLIN), 20, NOBODY))
                .contains(Instant.parse("2027-03-28T01:00:10Z"));
        // In autumn they show 02:30 twice: from the first one it is day, until the clocks go back into the night.
        assertThat(pace.end(at("2026-10-24T21:59:50", BERLIN), 20, NOBODY))
                .contains(Instant.parse("2026-10-25T00:30:10Z"));
        assertThat(pace.end(at("2026-10-24T21:59:50", BERLIN), 10 + 1_800 + 90, NOBODY))
                .contains(Instant.parse("2026-10-25T01:31:30Z"));
    }

    @Test
    void thoseHeldForQuietHoursOfTheirOwnComeAfter() {
        Instant now = Instant.parse("2026-11-20T02:00:00Z");
        SortedMap<Instant, Long> held = new TreeMap<>(Map.of(now.plusSeconds(100), 10L, now.plusSeconds(10_000), 20L));
        assertThat(new Pace(1, NONE, SHANGHAI).end(now, 200, held)).contains(now.plusSeconds(10_020));
        held.remove(now.plusSeconds(10_000));
        assertThat(new Pace(1, NONE, SHANGHAI).end(now, 200, held)).contains(now.plusSeconds(210));
    }

    @Test
    void yearsAreNoForecast() {
        assertThat(new Pace(0.001, NIGHT, SHANGHAI).end(at("2026-11-20T10:00", SHANGHAI), 24_000_000, NOBODY))
                .isEmpty();
        assertThat(new Pace(0.001, NONE, SHANGHAI).end(at("2026-11-20T10:00", SHANGHAI), 24_000_000, NOBODY))
                .isEmpty();
    }
}
