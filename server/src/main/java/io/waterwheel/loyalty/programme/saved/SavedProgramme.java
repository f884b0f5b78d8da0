package io.waterwheel.loyalty.programme.saved;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.loyalty.programme.InvalidProgramme;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import io.waterwheel.loyalty.programme.ProgrammeReading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A brand's programme as it is being written.
///
/// @param draft    null before the first was saved
/// @param faults   what keeps it from being published
/// @param warnings what is likely not meant, though it can be published
/// @param reading  null as long as it cannot be read
/// @param version  the one that counts, null before the first
/// @param differs  whether the draft means something else than what counts
@Schema(name = "Programme")
public record SavedProgramme(
        @Schema(implementation = ProgrammeDefinition.class) @Nullable
        JsonNode draft,

        List<InvalidProgramme.Place> faults,
        List<InvalidProgramme.Place> warnings,
        ProgrammeReading.@Nullable Read reading,
        @Nullable Integer version,
        boolean differs,
        @Nullable Instant updatedAt,
        @Nullable String updatedBy) {}
