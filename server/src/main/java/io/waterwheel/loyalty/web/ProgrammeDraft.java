package io.waterwheel.loyalty.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A definition that is being written.
record ProgrammeDraft(
        @Schema(implementation = ProgrammeDefinition.class) @Nullable
        JsonNode definition) {}
