package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.segment.language.EventFilter;

/// Reached by an event of the customer.
@Schema(name = "JourneyEventGoal")
public record EventGoal(EventFilter event, int withinDays, boolean leave) implements Goal {

    public EventGoal {
        Goal.check(withinDays);
    }
}
