package io.waterwheel.segment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.segment.language.Condition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/// What a tag rule is to be; its tag stays.
record TagRuleChange(
        @Nullable String value,
        boolean active,

        @Schema(implementation = Condition.class) @JsonDeserialize(using = DefinitionJson.class)
        JsonNode definition) {}
