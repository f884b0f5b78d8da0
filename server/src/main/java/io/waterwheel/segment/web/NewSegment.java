package io.waterwheel.segment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.segment.language.Condition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/// A segment as a person writes it.
record NewSegment(
        String name,
        @Nullable String description,

        @Schema(implementation = Condition.class) @JsonDeserialize(using = DefinitionJson.class)
        JsonNode definition) {}
