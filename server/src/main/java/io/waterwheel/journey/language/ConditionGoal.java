package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.segment.language.Condition;

/// Reached when the customer meets a condition. Looked at whenever they leave a node at which they waited, and
/// a last time at the end of the days.
@Schema(name = "JourneyConditionGoal")
public record ConditionGoal(Condition condition, int withinDays, boolean leave) implements Goal {

    public ConditionGoal {
        Goal.check(withinDays);
    }
}
