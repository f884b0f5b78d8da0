package io.waterwheel.intake.source;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.SourceId;
import io.waterwheel.intake.SourceSide;
import org.jspecify.annotations.Nullable;

/// The source that a write key stands for.
///
/// @param name            stands in its events as their source
/// @param eventsPerSecond how many it may send on average, null for as many as it likes
/// @param side            where its write key is kept
public record Reporter(
        SourceId id, Brand brand, String name, @Nullable Integer eventsPerSecond, SourceSide side) {

    /// Without a pace of its own: what is read from a stream is asked for, not sent.
    public Reporter(SourceId id, Brand brand, String name) {
        this(id, brand, name, null, SourceSide.SERVER);
    }
}
