package io.waterwheel.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A product as a file told it last.
///
/// @param price list price in minor units
public record CatalogueProduct(
        String code,
        String name,
        @Nullable String category,
        @Nullable String brand,
        @Nullable Long price,
        @Nullable String barcode,
        String source,
        Instant changedAt) {}
