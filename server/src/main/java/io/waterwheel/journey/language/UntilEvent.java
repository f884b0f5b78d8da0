package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.segment.language.EventFilter;
import java.util.List;

/// Waits for an event of the customer, or so long.
@Schema(name = "JourneyUntilEvent")
public record UntilEvent(EventFilter event, Span timeout) implements Step {

    public static final String HAPPENED = "happened";
    public static final String TIMEOUT = "timeout";

    @Override
    public List<String> exits() {
        return List.of(HAPPENED, TIMEOUT);
    }

    @Override
    public boolean waits() {
        return true;
    }
}
