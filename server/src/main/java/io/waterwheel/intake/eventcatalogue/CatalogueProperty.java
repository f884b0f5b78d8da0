package io.waterwheel.intake.eventcatalogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One property of an event.
///
/// @param type     the most frequent of the last days; the standard's when it was never filled
/// @param types    all that were seen in the last days, the most frequent first
/// @param filled   the share of events that had it in the last seven days, 0 … 1; null when there were none
/// @param standard its meaning in the reader's words, null when the standard does not know it
/// @param required the standard asks for it
/// @param personal its values are sealed or masked
/// @param examples values that at least three customers share
/// @param firstAt  null when it was never filled
public record CatalogueProperty(
        String name,
        PropertyType type,
        List<PropertyType> types,
        @Nullable Double filled,
        @Nullable String standard,
        boolean required,
        boolean personal,
        List<String> examples,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt) {}
