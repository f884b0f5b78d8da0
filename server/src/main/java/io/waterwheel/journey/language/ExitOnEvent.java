package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.segment.language.EventFilter;

/// As soon as it happens.
@Schema(name = "JourneyExitOnEvent")
public record ExitOnEvent(EventFilter event) implements ExitRule {}
