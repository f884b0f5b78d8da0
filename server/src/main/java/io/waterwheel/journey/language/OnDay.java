package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.segment.language.Attribute;
import io.waterwheel.segment.language.CustomAttribute;
import io.waterwheel.segment.language.InvalidCondition;
import io.waterwheel.segment.language.StandardAttribute;

/// Who has a day that is so many days away comes in.
///
/// @param attribute  `birthday`, `memberSince` or one of the brand's own attributes that is a day
/// @param everyYear  whether it comes round every year
/// @param daysBefore so many days before it; less than 0 for days after it
/// @param time       `HH:mm` in the brand's zone
@Schema(name = "JourneyOnDay")
public record OnDay(String attribute, boolean everyYear, int daysBefore, String time) implements Trigger {

    static final int MOST_DAYS = 180;

    public OnDay {
        Misfit.when(!isDay(attribute), "/attribute", JourneyFault.NO_DAY, "");
        Misfit.when(
                daysBefore < -MOST_DAYS || daysBefore > MOST_DAYS,
                "/daysBefore",
                JourneyFault.OUT_OF_RANGE,
                -MOST_DAYS + " … " + MOST_DAYS);
        LocalClock.check(time, "/time");
    }

    private static boolean isDay(String attribute) {
        try {
            return switch (Attribute.named(attribute)) {
                case CustomAttribute _ -> true;
                case StandardAttribute standard ->
                    standard == StandardAttribute.BIRTHDAY || standard == StandardAttribute.MEMBER_SINCE;
            };
        } catch (InvalidCondition e) {
            return false;
        }
    }
}
