package io.waterwheel.intake;

/// A source to be made.
///
/// @param name 1 … 80 characters, not used in this brand before
public record NewSource(String name) {}
