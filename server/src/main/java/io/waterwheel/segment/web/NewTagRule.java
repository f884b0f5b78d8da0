package io.waterwheel.segment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.customer.TagId;
import io.waterwheel.segment.language.Condition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/// A tag rule as a person writes it.
///
/// @param value what the tag carries, absent for a plain one
record NewTagRule(
        TagId tagId,
        @Nullable String value,
        boolean active,

        @Schema(implementation = Condition.class) @JsonDeserialize(using = DefinitionJson.class)
        JsonNode definition) {}
