package io.waterwheel.intake.quarantine;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.SourceId;
import org.jspecify.annotations.Nullable;

/// Which events in quarantine are meant.
///
/// @param source null for all of the brand
/// @param reason its code, null for any
public record QuarantineFilter(
        Brand brand, @Nullable SourceId source, @Nullable String reason, QuarantineState state) {}
