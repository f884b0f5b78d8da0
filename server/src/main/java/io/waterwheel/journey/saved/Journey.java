package io.waterwheel.journey.saved;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.journey.JourneyId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A journey as a person sees it.
///
/// @param definition the draft, as it was written; it need not be complete
/// @param faults     what keeps the draft from being published
/// @param reading    the draft in words; null as long as it cannot be read
/// @param changed    whether the draft means something else than what people come into now
@Schema(name = "Journey")
public record Journey(
        JourneyId id,
        String name,
        @Nullable String description,
        JourneyState state,
        @Nullable Integer version,
        @Schema(implementation = Object.class) JsonNode definition,
        List<JourneyFaultPlace> faults,
        @Nullable JourneyInWords reading,
        boolean changed,
        @Nullable Instant nextAt,
        Instant updatedAt,
        String updatedBy) {}
