package io.waterwheel.wecom.web;

import org.jspecify.annotations.Nullable;

/// A member who may have customers as friends.
///
/// @param store   the store's name
/// @param friends customers who are friends now
public record Guide(String userId, String name, @Nullable String store, int friends, boolean active) {}
