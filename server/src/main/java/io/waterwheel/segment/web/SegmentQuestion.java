package io.waterwheel.segment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.language.Condition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/// A definition to be answered. It is taken as it came, so that every wrong place in it can be told.
///
/// @param segment the segment that is being defined so, which then cannot be among its conditions; null for a new
/// one
record SegmentQuestion(
        @Schema(implementation = Condition.class) @JsonDeserialize(using = DefinitionJson.class)
        JsonNode definition,

        @Nullable SegmentId segment) {}
