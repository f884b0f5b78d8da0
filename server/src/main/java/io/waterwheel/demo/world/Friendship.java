package io.waterwheel.demo.world;

import java.time.Instant;

/// A customer added a guide in WeCom.
///
/// @param addWay how they met, in WeCom's codes: 1 QR code, 2 phone search, 3 card, 4 group chat
public record Friendship(Guide guide, Instant since, int addWay) {}
