package io.waterwheel.journey.saved;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A journey as it is being written.
///
/// @param definition a JSON object; kept as it is, right or wrong
public record JourneyDraft(String name, @Nullable String description, JsonNode definition) {}
