package io.waterwheel.loyalty.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Why a member got points, or lost some.
///
/// @param takenBack whether they were taken back
/// @param reason    a code; `values` are what its words need
/// @param state     due, booked or refused
record MemberEarning(
        String key,
        boolean takenBack,
        String rule,
        @Nullable String order,
        Instant at,
        long points,
        String reason,
        @Schema(implementation = Object.class) JsonNode values,
        String state) {}
