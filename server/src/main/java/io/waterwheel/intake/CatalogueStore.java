package io.waterwheel.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A store as a file told it last.
///
/// @param datum what the coordinates are measured in: `gcj-02`, `wgs-84` or `bd-09`
/// @param hours as written
public record CatalogueStore(
        String code,
        String name,
        @Nullable String province,
        @Nullable String city,
        @Nullable String address,
        @Nullable Double longitude,
        @Nullable Double latitude,
        @Nullable String datum,
        @Nullable String hours,
        String source,
        Instant changedAt) {}
