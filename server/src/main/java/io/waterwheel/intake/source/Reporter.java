package io.waterwheel.intake.source;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.SourceId;

/// The source that a write key stands for.
///
/// @param name stands in its events as their source
public record Reporter(SourceId id, Brand brand, String name) {}
