package io.waterwheel.simulator.town;

import io.waterwheel.simulator.world.Behaviour.Product;
import org.jspecify.annotations.Nullable;

/// An order that a person placed in the shop.
///
/// @param id the same again when the same person buys after the same message in the same world
/// @param messageKey the message whose link led to it, or null when it came anyway
/// @param totalMinor in fen
public record Order(
        String id,
        String person,
        String shopUserId,
        @Nullable String messageKey,
        long totalMinor,
        @Nullable Product product,
        long at) {}
