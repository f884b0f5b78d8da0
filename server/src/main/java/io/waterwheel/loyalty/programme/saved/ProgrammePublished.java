package io.waterwheel.loyalty.programme.saved;

import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;

/// Told in the transaction that publishes a programme.
public record ProgrammePublished(Brand brand, ProgrammeDefinition definition) {}
