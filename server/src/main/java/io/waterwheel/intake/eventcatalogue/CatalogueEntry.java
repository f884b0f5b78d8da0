package io.waterwheel.intake.eventcatalogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One event name of a brand.
///
/// @param standard its meaning in the reader's words, null when it is no standard event
/// @param ours     only this product itself records it
/// @param lastWeek events of the last seven days, today among them
/// @param firstAt  when the first was received
/// @param warnings the gravest first
public record CatalogueEntry(
        String name,
        @Nullable String standard,
        boolean ours,
        long events,
        long lastWeek,
        Instant firstAt,
        Instant lastAt,
        List<CatalogueWarning> warnings) {}
