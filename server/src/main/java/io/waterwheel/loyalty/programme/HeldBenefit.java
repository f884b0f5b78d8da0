package io.waterwheel.loyalty.programme;

import org.jspecify.annotations.Nullable;

/// A benefit of the programme, with whose it is.
///
/// @param pointer where it stands in the definition
/// @param tier    the id of the tier whose members get it; null for a paid membership's
/// @param plan    the id of the paid membership; null for a tier's
public record HeldBenefit(
        String pointer, @Nullable String tier, @Nullable String plan, Benefit benefit) {}
