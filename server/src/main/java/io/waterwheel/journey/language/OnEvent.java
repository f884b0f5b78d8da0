package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.segment.language.EventFilter;

/// Who an event is about comes in.
@Schema(name = "JourneyOnEvent")
public record OnEvent(EventFilter event) implements Trigger {}
