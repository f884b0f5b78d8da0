package io.waterwheel.journey.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.journey.JourneyId;
import io.waterwheel.journey.language.JourneyDefinition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A definition the past is to be sent through.
///
/// @param journey the journey that is being written so; null for a new one
/// @param days    how far back, 1 … 90
record SimulateJourney(
        @Schema(implementation = JourneyDefinition.class) JsonNode definition,
        @Nullable JourneyId journey,
        int days) {}
