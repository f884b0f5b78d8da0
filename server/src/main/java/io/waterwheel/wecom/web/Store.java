package io.waterwheel.wecom.web;

import org.jspecify.annotations.Nullable;

/// A store.
///
/// @param longitude GCJ-02
/// @param friends   people who are friends of any of its guides
public record Store(
        String id,
        String name,
        @Nullable String city,
        @Nullable Double longitude,
        @Nullable Double latitude,
        int guides,
        int friends) {}
