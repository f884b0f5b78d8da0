package io.waterwheel.loyalty.checkin;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.loyalty.reward.Reward;
import java.util.List;

/// What checking in brings.
///
/// @param points  for the first day in a row, the second …; the last holds for all days after
/// @param bonuses beside the points, on certain days in a row
@Schema(name = "CheckInRule")
public record CheckInRule(boolean active, List<Long> points, List<Bonus> bonuses) {

    static final CheckInRule NONE = new CheckInRule(false, List.of(1L), List.of());

    public CheckInRule {
        points = List.copyOf(points);
        bonuses = List.copyOf(bonuses);
    }

    /// @param day which day in a row, such as 7 or 30
    @Schema(name = "CheckInBonus")
    public record Bonus(int day, Reward reward) {}

    /// @param streak which day in a row, from 1
    long pointsOn(int streak) {
        return points.get(Math.min(streak, points.size()) - 1);
    }

    List<Reward> bonusOn(int streak) {
        return bonuses.stream()
                .filter(bonus -> bonus.day == streak)
                .map(Bonus::reward)
                .toList();
    }
}
