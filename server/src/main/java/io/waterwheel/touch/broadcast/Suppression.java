package io.waterwheel.touch.broadcast;

/// How many were left out for one reason.
///
/// @param reason such as `no-consent`
public record Suppression(String reason, int count) {}
