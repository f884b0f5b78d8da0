package io.waterwheel.loyalty.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// On which day points are lost that were earned on a day.
class ExpiryTests {

    @Test
    void someAreNeverLost() {
        assertThat(new Expiry.Never().lostOn(LocalDate.of(2024, 2, 29))).isNull();
    }

    @ParameterizedTest(name = "earned {0}, for {1} months: lost {2}")
    @CsvSource({
        "2026-01-01, 12, 2027-02-01",
        "2026-01-31, 12, 2027-02-01",
        "2026-01-31, 1, 2026-03-01",
        "2028-01-31, 1, 2028-03-01",
        "2024-02-29, 12, 2025-03-01",
        "2023-02-28, 12, 2024-03-01",
        "2025-12-31, 1, 2026-02-01",
        "2026-11-30, 1, 2027-01-01",
        "2026-06-15, 120, 2036-07-01",
    })
    void whatIsEarnedInOneMonthIsLostTogetherWhenTheLastMonthEnds(LocalDate earned, int months, LocalDate lost) {
        assertThat(new Expiry.AfterMonths(months).lostOn(earned)).isEqualTo(lost);
    }

    @ParameterizedTest(name = "earned {0}, until {1}-{2}, {3} years: lost {4}")
    @CsvSource({
        "2026-01-01, 12, 31, 1, 2027-01-01",
        "2026-12-31, 12, 31, 1, 2027-01-01",
        "2027-01-01, 12, 31, 1, 2028-01-01",
        "2026-12-31, 12, 31, 2, 2028-01-01",
        // On the fixed day itself they last to its end; the day after, for another year.
        "2026-03-31, 3, 31, 1, 2026-04-01",
        "2026-04-01, 3, 31, 1, 2027-04-01",
        "2026-04-01, 3, 31, 3, 2029-04-01",
        // The day after 28 February is the 29th where there is one.
        "2024-02-28, 2, 28, 1, 2024-02-29",
        "2024-02-29, 2, 28, 1, 2025-03-01",
        "2023-03-01, 2, 28, 1, 2024-02-29",
    })
    void whatIsEarnedUntilAFixedDayIsLostTheDayAfter(LocalDate earned, int month, int day, int years, LocalDate lost) {
        assertThat(new Expiry.OnDayOfYear(month, day, years).lostOn(earned)).isEqualTo(lost);
    }

    @Test
    void aDayThatNotEveryYearHasIsNoDayToLosePointsOn() {
        assertThatThrownBy(() -> new Expiry.OnDayOfYear(2, 29, 1)).isInstanceOf(Misfit.class);
        assertThatThrownBy(() -> new Expiry.OnDayOfYear(4, 31, 1)).isInstanceOf(Misfit.class);
    }

    @Test
    void pointsAlwaysLastSomeTimeAndThoseEarnedLaterAreNeverLostSooner() {
        for (Expiry expiry : new Expiry[] {
            new Expiry.AfterMonths(1),
            new Expiry.AfterMonths(12),
            new Expiry.OnDayOfYear(2, 28, 1),
            new Expiry.OnDayOfYear(6, 30, 2),
            new Expiry.OnDayOfYear(12, 31, 1)
        }) {
            LocalDate last = LocalDate.MIN;
            for (LocalDate day = LocalDate.of(2023, 12, 1); day.getYear() < 2029; day = day.plusDays(1)) {
                LocalDate lost = expiry.lostOn(day);
                assertThat(lost).as("%s on %s", expiry, day).isAfter(day).isAfterOrEqualTo(last);
                last = lost;
            }
        }
    }
}
