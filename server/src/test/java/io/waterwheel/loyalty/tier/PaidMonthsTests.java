package io.waterwheel.loyalty.tier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaidMonthsTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void aMembershipOfTheLastDayEndsOnTheLastDayOfEachMonth() {
        Instant from = at(LocalDate.of(2027, 1, 31));
        LocalDate[] ends = {
            LocalDate.of(2027, 2, 28), LocalDate.of(2027, 3, 31), LocalDate.of(2027, 4, 30), LocalDate.of(2027, 5, 31)
        };
        for (LocalDate end : ends) {
            from = PaidMonths.end(from, 1, 31, SHANGHAI);
            assertThat(day(from)).isEqualTo(end);
        }
    }

    /// Renewed any number of times, by plans of any length, from any day of any year.
    @Test
    void renewalsEndWhereTheirMonthsFromTheFirstDayEnd() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            for (LocalDate first = LocalDate.of(2027, 1, 1);
                    first.isBefore(LocalDate.of(2029, 1, 1));
                    first = first.plusDays(1)) {
                int sum = 0;
                Instant end = at(first);
                for (int i = 0; i < 12; i++) {
                    int months = 1 + random.nextInt(13);
                    sum += months;
                    end = PaidMonths.end(end, months, first.getDayOfMonth(), SHANGHAI);
                    assertThat(day(end))
                            .as("%s and %s months, seed %s", first, sum, seed)
                            .isEqualTo(first.plusMonths(sum));
                    assertThat(day(end).getDayOfMonth())
                            .isEqualTo(Math.min(
                                    first.getDayOfMonth(),
                                    YearMonth.from(day(end)).lengthOfMonth()));
                }
            }
        }
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(23, 30)).atZone(SHANGHAI).toInstant();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(SHANGHAI).toLocalDate();
    }
}
