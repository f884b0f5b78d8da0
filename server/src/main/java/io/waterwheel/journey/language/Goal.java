package io.waterwheel.journey.language;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;

/// What a journey is for. It counts from entering until so many days later, also for those who have left and
/// those who were kept back.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EventGoal.class, name = "event"),
    @JsonSubTypes.Type(value = ConditionGoal.class, name = "condition")
})
@Schema(
        name = "JourneyGoal",
        oneOf = {EventGoal.class, ConditionGoal.class},
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "event", schema = EventGoal.class),
            @DiscriminatorMapping(value = "condition", schema = ConditionGoal.class)
        })
public sealed interface Goal permits EventGoal, ConditionGoal {

    int MOST_DAYS = 365;

    /// How many days after entering it still counts.
    int withinDays();

    /// Whether reaching it ends the journey.
    boolean leave();

    static void check(int withinDays) {
        Misfit.when(
                withinDays < 1 || withinDays > MOST_DAYS, "/withinDays", JourneyFault.OUT_OF_RANGE, "1 … " + MOST_DAYS);
    }
}
