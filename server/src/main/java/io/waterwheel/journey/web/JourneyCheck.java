package io.waterwheel.journey.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.journey.JourneyId;
import io.waterwheel.journey.language.JourneyDefinition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A definition to be looked at.
///
/// @param journey the journey that is being written so; null for a new one
record JourneyCheck(
        @Schema(implementation = JourneyDefinition.class) JsonNode definition,
        @Nullable JourneyId journey) {}
