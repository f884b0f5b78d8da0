package io.waterwheel.journey.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.journey.language.JourneyDefinition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A journey as it is being written. It is taken as it came, so that every wrong place in it can be told.
record NewJourney(
        String name,
        @Nullable String description,
        @Schema(implementation = JourneyDefinition.class) JsonNode definition) {}
