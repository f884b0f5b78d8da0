package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;

/// Nobody comes in by themselves: another system, a person or another journey lets them in.
@Schema(name = "JourneyOnRequest")
public record OnRequest() implements Trigger {}
