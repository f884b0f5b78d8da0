package io.waterwheel.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A member of staff as a file told it last.
///
/// @param store the store's code
public record CatalogueStaff(
        String code,
        String name,
        @Nullable String store,
        @Nullable String role,
        String source,
        Instant changedAt) {}
