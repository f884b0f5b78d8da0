package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// Waits for the next time it is this late in the brand's zone.
///
/// @param time     `HH:mm`
/// @param weekdays only on these; none for any day
@Schema(name = "JourneyUntilTime")
public record UntilTime(String time, List<Weekday> weekdays) implements Step {

    public UntilTime {
        weekdays = List.copyOf(weekdays);
        LocalClock.check(time, "/time");
    }

    @Override
    public List<String> exits() {
        return List.of(NEXT);
    }

    @Override
    public boolean waits() {
        return true;
    }
}
