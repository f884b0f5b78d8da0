package io.waterwheel.journey.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Over the nights in which Berlin changes its clocks: 29 March 2026 (02:00 → 03:00) and 25 October 2026 (03:00
/// → 02:00).
class LocalClockTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void anHourThatIsMissingGoesForward() {
        Instant at = LocalClock.at(LocalDate.parse("2026-03-29"), "02:30", BERLIN);
        assertThat(at).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(at.atZone(BERLIN).toLocalTime()).isEqualTo(LocalTime.parse("03:30"));
    }

    @Test
    void anHourThatComesTwiceIsTheFirst() {
        assertThat(LocalClock.at(LocalDate.parse("2026-10-25"), "02:30", BERLIN))
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        Instant between = Instant.parse("2026-10-25T00:45:00Z");
        assertThat(LocalClock.next(between, "02:30", List.of(), BERLIN))
                .as("the second 02:30 of the night is not another one")
                .isEqualTo(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void daysAreDaysOfTheCalendarAndHoursAreHours() {
        Instant evening = Instant.parse("2026-03-28T19:00:00Z");
        assertThat(LocalClock.plus(evening, new Span(1, SpanUnit.DAYS), BERLIN))
                .as("as late by the clock on the wall")
                .isEqualTo(Instant.parse("2026-03-29T18:00:00Z"));
        assertThat(LocalClock.plus(evening, new Span(24, SpanUnit.HOURS), BERLIN))
                .isEqualTo(Instant.parse("2026-03-29T19:00:00Z"));
    }

    @Test
    void theNextTimeIsAlwaysLaterAndOnADayThatIsAskedFor() {
        Instant now = Instant.parse("2026-03-01T00:00:00Z");
        for (int hours = 0; hours < 24 * 365; hours += 7) {
            Instant from = now.plusSeconds(3_600L * hours);
            for (ZoneId zone : List.of(BERLIN, SHANGHAI)) {
                Instant next = LocalClock.next(from, "02:30", List.of(Weekday.SUN), zone);
                assertThat(next).as(from + " " + zone).isAfter(from);
                assertThat(next.atZone(zone).getDayOfWeek()).isEqualTo(java.time.DayOfWeek.SUNDAY);
            }
        }
    }

    @Test
    void aMonthThatIsTooShortEndsEarlier() {
        OnSchedule last = new OnSchedule("1", Cadence.MONTH, List.of(), 31, "09:00");
        Instant end = last.next(Instant.parse("2026-02-01T00:00:00Z"), SHANGHAI);
        assertThat(end).isEqualTo(Instant.parse("2026-02-28T01:00:00Z"));
        assertThat(last.next(end, SHANGHAI)).isEqualTo(Instant.parse("2026-03-31T01:00:00Z"));
    }
}
