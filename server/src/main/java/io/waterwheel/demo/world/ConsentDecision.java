package io.waterwheel.demo.world;

import java.time.Instant;

/// A yes or no to marketing.
///
/// @param channel `email` or `wecom`
public record ConsentDecision(String channel, boolean granted, Instant at) {}
