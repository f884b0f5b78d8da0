package io.waterwheel.intake;

import org.jspecify.annotations.Nullable;

/// A source to be made.
///
/// @param name 1 … 80 characters, not used in this brand before
/// @param side where its write key will be kept; null for on a server
public record NewSource(String name, @Nullable SourceSide side) {}
