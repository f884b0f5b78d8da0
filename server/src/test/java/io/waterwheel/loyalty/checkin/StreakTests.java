package io.waterwheel.loyalty.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.loyalty.reward.Reward;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StreakTests {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 28);

    @Test
    void daysInARowAreCountedUntilOneIsLeftOut() {
        assertThat(Streak.until(DAY, Set.of())).isZero();
        assertThat(Streak.until(DAY, Set.of(DAY.minusDays(1)))).isZero();
        assertThat(Streak.until(DAY, Set.of(DAY, DAY.minusDays(1), DAY.minusDays(3))))
                .isEqualTo(2);
    }

    @Test
    void theNightTheClocksChangeIsANightLikeOthers() {
        ZoneId london = ZoneId.of("Europe/London");
        for (LocalDate change : List.of(LocalDate.of(2027, 3, 28), LocalDate.of(2027, 10, 31))) {
            Set<LocalDate> days = new HashSet<>();
            for (int day = -2; day <= 2; day++) {
                // Late at night on one day, early in the morning on the next.
                ZonedDateTime at =
                        change.plusDays(day).atTime(day % 2 == 0 ? 23 : 0, 59).atZone(london);
                days.add(LocalDate.ofInstant(at.toInstant(), london));
            }
            assertThat(Streak.until(change.plusDays(2), days))
                    .as("around " + change)
                    .isEqualTo(5);
        }
    }

    @Test
    void theLastOfThePointsHoldsForAllDaysAfter() {
        CheckInRule rule =
                new CheckInRule(true, List.of(1L, 2L, 5L), List.of(new CheckInRule.Bonus(7, new Reward.OfPoints(50))));
        assertThat(List.of(rule.pointsOn(1), rule.pointsOn(2), rule.pointsOn(3), rule.pointsOn(400)))
                .containsExactly(1L, 2L, 5L, 5L);
        assertThat(rule.bonusOn(6)).isEmpty();
        assertThat(rule.bonusOn(7)).containsExactly(new Reward.OfPoints(50));
    }
}
