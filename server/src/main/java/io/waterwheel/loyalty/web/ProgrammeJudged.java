package io.waterwheel.loyalty.web;

import io.waterwheel.loyalty.programme.InvalidProgramme;
import io.waterwheel.loyalty.programme.ProgrammeReading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What keeps a definition from being published, and how it reads.
///
/// @param warnings what is likely not meant, though it can be published
/// @param reading  null as long as it cannot be read
record ProgrammeJudged(
        List<InvalidProgramme.Place> faults,
        List<InvalidProgramme.Place> warnings,
        ProgrammeReading.@Nullable Read reading) {}
