package io.waterwheel.segment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.segment.language.Condition;
import tools.jackson.databind.JsonNode;

/// A definition to be answered. It is taken as it came, so that every wrong place in it can be told.
record SegmentQuestion(
        @Schema(implementation = Condition.class) JsonNode definition) {}
