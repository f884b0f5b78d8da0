package io.waterwheel.intake.eventcatalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// One event name with all that was learnt of it.
///
/// @param days the last thirty, days without events left out
public record CatalogueDetail(
        CatalogueEntry entry, List<CatalogueProperty> properties, List<SourceShare> sources, List<DayCount> days) {

    /// What one source sent of it.
    public record SourceShare(String source, long events, Instant firstAt, Instant lastAt) {}

    /// One of the brand's days, by the time of receipt.
    public record DayCount(LocalDate day, long events) {}
}
