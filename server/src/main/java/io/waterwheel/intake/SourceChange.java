package io.waterwheel.intake;

import org.jspecify.annotations.Nullable;

/// What may be changed of a source.
///
/// @param eventsPerSecond how many events it may send on average, 1 … 1,000,000; null for no limit
/// @param side            where its write key is kept; null for as it is
public record SourceChange(
        @Nullable Integer eventsPerSecond, @Nullable SourceSide side) {}
