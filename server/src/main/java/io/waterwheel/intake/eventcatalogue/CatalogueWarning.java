package io.waterwheel.intake.eventcatalogue;

import org.jspecify.annotations.Nullable;

/// One warning in the reader's words.
///
/// @param property which one it is about, null for the event as a whole
public record CatalogueWarning(WarningKind kind, @Nullable String property, String detail) {}
